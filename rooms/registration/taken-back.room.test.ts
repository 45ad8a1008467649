import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { registrationStand, type RegistrationStand } from '#checks/samples/registration-stand.ts'
import { checkBusiness } from '#frame/ledger/check-business.ts'
import { Findings } from '#frame/ledger/findings.ts'
import { beginsWith } from './taken-back.ts'

let stand: RegistrationStand
before(async () => void (stand = await registrationStand()))
after(() => stand.close())

const currentOf = (id: string) =>
  stand.t.house.db
    .selectFrom('file_version')
    .select(['slot', 'sha256', 'name', 'by_account', 'at'])
    .where('subject_id', '=', id)
    .where('status', '=', 'current')
    .orderBy('slot')
    .execute()

test('S2-072 a registration taken back after its submission is begun again with every field and file', async () => {
  const first = await stand.open()
  await stand.fill(first)
  // one that was taken out again is not brought back
  await stand.upload('operator', first, 'other')
  const other = await stand.t.house.db
    .selectFrom('file_version')
    .select('id')
    .where('subject_id', '=', first)
    .where('slot', '=', 'other')
    .executeTakeFirstOrThrow()
  const gone = await stand.t
    .as(stand.people.operator)
    .post(`/api/file-versions/${other.id}/remove`, {})
  assert.equal(gone.statusCode, 200, gone.body)
  await stand.do('operator', first, 'submit')
  const { form, number } = await stand.see('operator', first)
  await stand.do('operator', first, 'withdraw')
  const begun = await stand.begin('begin', {}, 'colleague')
  assert.equal(begun.statusCode, 200, begun.body)
  const { id } = begun.json<{ id: string }>()
  const view = await stand.see('operator', id)
  assert.deepEqual([view.status, view.number, view.form], ['filling', null, form])
  assert.deepEqual(view.problems, [])
  assert.match(view.steps[0]?.notePublic?.zh ?? '', new RegExp(`文件.* ${number}`))
  assert.deepEqual(await currentOf(id), await currentOf(first))
  // a file that was taken over is one's own: opened, replaced, and the old one stays where it was
  const { slots } = (
    await stand.t.as(stand.people.operator).get(`/api/files/registration/${id}`)
  ).json<{ slots: { code: string; files: { href: string }[] }[] }>()
  const [file] = slots.find((s) => s.code === 'body-certificate')!.files
  const opened = await stand.t.as(stand.people.operator).get(file!.href)
  assert.equal(opened.statusCode, 200)
  await stand.do('operator', id, 'submit')
  const findings = new Findings()
  await checkBusiness(stand.t.house.db, findings)
  assert.deepEqual(findings.list, [])
})

test('S2-145 a contact said after the registration was taken back is the newer one', () => {
  const at = new Date('2026-11-23T10:00:00+08:00')
  const form = { nameEn: 'Typed', mobile: '13900000001', email: 'a@example.cn' }
  const said = { mobile: '13900000002', email: 'b@example.cn' }
  const before = new Date(at.getTime() - 1)
  const later = new Date(at.getTime() + 1)
  assert.deepEqual(beginsWith({ form, at }, said, later), { ...form, ...said })
  assert.deepEqual(beginsWith({ form, at }, said, before), form)
  assert.deepEqual(beginsWith({ form, at }, {}, null), form)
  assert.deepEqual(beginsWith(null, said, later), said)
})
