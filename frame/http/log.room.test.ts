import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pino from 'pino'
import { browser, givePassword, goodPassword, loginOf, realServer } from '#checks/browser.ts'
import { licenceStand, toGrant, type LicenceStand } from '#checks/samples/licence-stand.ts'
import { serumForm, serumLine } from '#checks/samples/licence-facts.ts'
import { drainJobs } from '#frame/jobs/drain.ts'

let stand: LicenceStand
let log = ''
before(async () => {
  const sink = { write: (line: string) => void (log += line) }
  stand = await licenceStand(undefined, { log: pino({ level: 'trace', base: null }, sink) })
})
after(() => stand.close())

/** A run with everything that says something of people: typing, uploads, searches, refusals, signing in. */
async function fullRun(): Promise<string[]> {
  const { t, people } = stand
  const id = await stand.draft()
  await stand.do('operator', id, 'submit')
  await stand.do('window', id, 'accept')
  await stand.do('first', id, 'propose', toGrant)
  await stand.refusal('first', id, 'grant')
  await stand.do('second', id, 'grant')
  await drainJobs(t.house)
  for (const q of ['人血清', '张小明', '13900000001'])
    await t.as(people.window).get(`/api/licences?q=${encodeURIComponent(q)}`)
  await t.as(null).get('/api/verify/SOME-CODE-1234')
  await t.as(people.operator).post(`/api/licences/${id}/save`, { 张小明: '13900000001' })
  const app = await realServer(t.house)
  await givePassword(t.house, people.operator)
  const login = await loginOf(t.house, people.operator)
  const person = browser(app, '198.51.100.7')
  await person.post('/api/sign-in', { login, password: 'Falsch-geraten-99' })
  const entered = await person.post('/api/sign-in', { login, password: goodPassword })
  assert.equal(entered.statusCode, 200, entered.body)
  const cookie = person.cookie!.split('=')[1]!
  await person.get('/api/me')
  await app.close()
  return [login, cookie, 'Falsch-geraten-99', goodPassword, '198.51.100.7', 'SOME-CODE-1234']
}

test('after a full run the log holds no name, address, phone, search, file name, password or token', async () => {
  const secrets = await fullRun()
  const accounts = await stand.t.house.db
    .selectFrom('account')
    .select(['name', 'mailbox', 'login'])
    .execute()
  const units = await stand.t.house.db
    .selectFrom('unit')
    .select(['name_zh', 'uscc', 'address', 'contact_name', 'contact_phone'])
    .execute()
  const typed = [...Object.values(serumForm), ...Object.values(serumLine)].filter(
    (v): v is string => typeof v === 'string' && v.length > 5,
  )
  const personal = [
    ...secrets,
    ...accounts.flatMap((a) => [a.name, a.mailbox, a.login]),
    ...units.flatMap((u) => Object.values(u)),
    ...typed,
    '人血清',
    '张小明',
    '描述性文件',
    toGrant.opinion,
  ].filter((v): v is string => typeof v === 'string' && v.length > 2)
  const lines = log.trim().split('\n')
  assert.ok(lines.length >= 18, `${lines.length} lines were logged`)
  for (const secret of new Set(personal))
    for (const form of [secret, encodeURIComponent(secret)])
      assert.ok(!log.includes(form), `the log holds ${form}`)
  assert.doesNotMatch(log, /[?&]q=|[\w.-]+@[\w.-]+\.\w|\b\d{1,3}(\.\d{1,3}){3}\b/)
})

test('each request is one line with its number, pattern and status, so that a told number can be found', async () => {
  const answer = await stand.t.as(stand.people.window).get('/api/licences?q=%E4%BA%BA&size=5')
  const own = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((line) => line['reqId'] === answer.headers['x-request-id'])
  assert.equal(own.length, 1)
  const { method, route, status } = own[0]!
  assert.deepEqual([method, route, status], ['GET', '/api/licences', 200])
})
