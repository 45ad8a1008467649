import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testHouse, type TestHouse } from '#checks/house.ts'
import { ledgerOf, settleLedger } from '#frame/ledger/ledger.ts'
import { verifyLedger } from '#frame/ledger/verify.ts'

let t: TestHouse
before(async () => void (t = await testHouse({ furnished: true })))
after(() => t.close())

test('after real work by every role the ledger and the business rows agree both ways', async () => {
  await settleLedger(t.house)
  const { signer, folder } = await ledgerOf(t.house)
  const report = await verifyLedger(t.house.db, { trusted: [signer], folder })
  assert.deepEqual(report.findings, [])
  assert.ok(report.leaves > 30 && report.businessRows > 30)
})
