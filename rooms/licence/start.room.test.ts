import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { z } from 'zod'
import { licenceStand, type LicenceStand } from '#checks/samples/licence-stand.ts'
import type { startDoor } from './doors.ts'

let stand: LicenceStand
before(async () => void (stand = await licenceStand()))
after(() => stand.close())

test('S2-026 who may begin an application reads of each unit why it may not apply yet', async () => {
  const units = async () => {
    const answer = await stand.t.as(stand.people.operator).get('/api/licence-start')
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json<z.infer<typeof startDoor.reply>>().units
  }
  assert.deepEqual(
    (await units()).map((u) => [u.id, u.reasons]),
    [[stand.unitId, []]],
  )
  await stand.t.house.db
    .updateTable('unit')
    .set({ status: 'suspended' })
    .where('id', '=', stand.unitId)
    .execute()
  const [suspended] = await units()
  assert.match(suspended?.reasons.join() ?? '', /登记/)
})
