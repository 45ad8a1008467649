import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPerson } from '#checks/house.ts'
import { registrationStand, type RegistrationStand } from '#checks/samples/registration-stand.ts'
import { serumForm, serumLine } from '#checks/samples/licence-facts.ts'
import { goodDocument, toGrant } from '#checks/samples/licence-stand.ts'
import { userForm } from '#checks/samples/registration-facts.ts'
import { createHash } from 'node:crypto'

let stand: RegistrationStand
let change: string
before(async () => {
  stand = await registrationStand()
  await stand.register()
  change = await stand.change([
    { field: 'nameZh', after: newName },
    { field: 'registeredAddress', after: newAddress },
  ])
})
after(() => stand.close())

const [newName, newAddress] = ['新京华大学医学院', '北京市海淀区新知路 8 号']
const as = (who: keyof RegistrationStand['people']) => stand.t.as(stand.people[who])

/** An application of the unit, filed and accepted. Out: its id, and what its acceptance prints. */
async function accepted(consignee: string): Promise<{ id: string; printed: string }> {
  const made = await as('operator').post('/api/licences', { unitId: stand.unitId })
  const { id } = made.json<{ id: string }>()
  await as('operator').post(`/api/licences/${id}/save`, {
    changes: Object.entries({ ...serumForm, consignee }).map(([name, value]) => ({
      name,
      seen: null,
      value,
    })),
    lines: [serumLine],
  })
  for (const slot of ['approval-health', 'description', 'test-report', 'research-basis']) {
    const bytes = goodDocument(slot)
    await as('operator').put(`/api/files/licence/${id}/${slot}`, bytes, {
      'content-type': 'application/octet-stream',
      'x-file-name': slot === 'description' ? 'a.docx' : 'a.pdf',
      'x-file-sha256': createHash('sha256').update(bytes).digest('hex'),
    })
  }
  await does('operator', id, 'submit', 1)
  await does('window', id, 'accept', 2)
  return { id, printed: await printedFor(id) }
}

async function does(
  who: keyof RegistrationStand['people'],
  id: string,
  act: string,
  version: number,
  said = {},
) {
  const answer = await as(who).post(`/api/licences/${id}/${act}`, { version, ...said })
  assert.equal(answer.statusCode, 200, `${act}: ${answer.body}`)
}

const printedFor = async (id: string): Promise<string> => {
  const { facts } = await stand.t.house.db
    .selectFrom('paper')
    .select('facts')
    .where('subject_id', '=', id)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return JSON.stringify(facts)
}

const registerNames = async () => {
  const answer = await as('accounts').get('/api/units')
  return answer.json<{ rows: { nameZh: string }[] }>().rows.map((r) => r.nameZh)
}

test('S2-138 until a change passes the old values are in force everywhere, also on papers', async () => {
  await stand.upload('operator', change, 'body-certificate')
  await stand.do('operator', change, 'submit')
  await stand.check(change)
  assert.deepEqual(await registerNames(), [userForm.nameZh])
  const list = await as('window').get('/api/registrations')
  assert.doesNotMatch(list.body, new RegExp(newName))
  const { id, printed } = await accepted(userForm.nameZh!)
  assert.match(printed, new RegExp(userForm.nameZh!))
  assert.doesNotMatch(printed, new RegExp(newName))
  // from the moment it passes, and not before, the new ones are
  await stand.do('accounts', change, 'pass')
  assert.deepEqual(await registerNames(), [newName])
  const { address } = await stand.seeUnit('first')
  assert.equal(address, newAddress)
  // the paper of that day stays as it was; the next one says the new name
  assert.match(await printedFor(id), new RegExp(userForm.nameZh!))
  const second = await addPerson(stand.t.house, 'customs-second', { branchId: stand.branchId })
  await does('first', id, 'propose', 3, toGrant)
  const done = await stand.t.as(second).post(`/api/licences/${id}/grant`, { version: 4 })
  assert.equal(done.statusCode, 200, done.body)
  assert.match(await printedFor(id), new RegExp(newName))
  assert.match((await accepted(newName)).printed, new RegExp(newName))
})
