import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { addBareAccount, givePassword, goodPassword, realServer } from '#checks/browser.ts'
import { testHouse, type TestHouse } from '#checks/house.ts'
import { houseParts } from '#rooms/house-parts.ts'

let t: TestHouse
let app: FastifyInstance

before(async () => {
  t = await testHouse()
  app = await realServer(t.house)
  await givePassword(t.house, await addBareAccount(t.house, 'somebody'))
})
after(async () => {
  await app.close()
  await t.close()
})

const signIn = (headers: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: '/api/sign-in',
    headers,
    payload: { login: 'somebody', password: goodPassword },
  })

const own = 'http://127.0.0.1:3000'

test('a write from a page of another site is refused, whatever it pretends', async () => {
  const foreign: Record<string, string>[] = [
    {},
    { origin: own },
    { 'sec-fetch-site': 'same-origin' },
    { 'x-lianguan': 'web', 'sec-fetch-site': 'cross-site' },
    { 'x-lianguan': 'web', 'sec-fetch-site': 'same-site' },
    { 'x-lianguan': 'web', origin: 'https://evil.example.cn' },
    { 'x-lianguan': 'web', origin: 'null' },
    { 'x-lianguan': 'web', origin: 'http://127.0.0.1:3001' },
    { 'x-lianguan': 'web', origin: `${own}.evil.example.cn` },
  ]
  for (const headers of foreign) {
    const answer = await signIn(headers)
    assert.equal(answer.statusCode, 403, JSON.stringify(headers))
    assert.equal(answer.json().reasons[0].code, 'foreign-origin')
    assert.equal(answer.headers['set-cookie'], undefined)
  }
})

test('the own pages and programs write', async () => {
  const allowed: Record<string, string>[] = [
    { 'x-lianguan': 'web' },
    { 'x-lianguan': 'web', origin: own, 'sec-fetch-site': 'same-origin' },
    { 'x-lianguan': 'web', 'sec-fetch-site': 'none' },
    { 'x-lianguan': 'web', host: 'localhost:3000', origin: 'http://localhost:3000' },
  ]
  for (const headers of allowed)
    assert.equal((await signIn(headers)).statusCode, 200, JSON.stringify(headers))
})

test('every door that writes stands behind the check', async () => {
  const doors = houseParts.flatMap((p) => p.routes.map((r) => r.door))
  for (const { method, path } of doors.filter((d) => d.method !== 'GET')) {
    const url = path.replace(/:\w+/g, '019aaaaa-0000-7000-8000-000000000000')
    const answer = await app.inject({ method, url, payload: {} })
    assert.equal(answer.statusCode, 403, `${method} ${path}`)
  }
})

test('no read changes a state: every act stands behind a method that is checked', () => {
  const routes = houseParts.flatMap((p) => p.routes)
  assert.deepEqual(
    routes.filter((r) => r.act !== null && r.door.method === 'GET').map((r) => r.door.path),
    [],
  )
})
