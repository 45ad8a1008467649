import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testHouse, type TestHouse } from '#checks/house.ts'
import { readConfig } from '#frame/config.ts'
import { buildApp } from './app.ts'

let t: TestHouse
before(async () => void (t = await testHouse({ parts: [] })))
after(() => t.close())

const token = 'x'.repeat(12) + 'Y-2.z'.repeat(4)

/** A server with the settings that an environment gives. Out: asks /metrics of it. */
async function serverWith(env: Record<string, string>) {
  const { metricsToken, metricsHere } = readConfig(env)
  const house = { ...t.house, config: { ...t.house.config, metricsToken, metricsHere } }
  const app = await buildApp(house, { parts: [], authenticate: async () => null })
  return async (headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') => {
    const answer = await app.inject({ url: '/metrics', headers, remoteAddress })
    assert.equal(answer.body.includes('lianguan_http_seconds'), answer.statusCode === 200)
    return answer
  }
}

test('without any setting only this very machine reads the figures, and not through a proxy', async () => {
  const ask = await serverWith({})
  assert.equal((await ask()).statusCode, 200)
  assert.equal((await ask({}, '::1')).statusCode, 200)
  for (const address of ['192.0.2.7', '2001:db8::1', '::ffff:192.0.2.7'])
    assert.equal((await ask({}, address)).statusCode, 403, address)
  for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
    assert.equal((await ask({ [header]: '127.0.0.1' })).statusCode, 403, header)
})

test('where a proxy may stand in front, coming from this machine proves nothing', async () => {
  for (const [name, value] of [
    ['NODE_ENV', 'production'],
    ['PUBLIC_URL', 'https://lianguan.example.cn'],
    ['TRUSTED_PROXY', '127.0.0.1'],
  ] as const) {
    const ask = await serverWith({ [name]: value })
    const answer = await ask()
    assert.equal(answer.statusCode, 403, name)
    assert.match(answer.json().detail, /METRICS_TOKEN/)
    assert.equal((await ask({ authorization: 'Bearer null' })).statusCode, 403)
  }
})

test('with a token only the token counts, wherever one comes from', async () => {
  const ask = await serverWith({ METRICS_TOKEN: token, NODE_ENV: 'production' })
  assert.equal((await ask({ authorization: `Bearer ${token}` }, '192.0.2.7')).statusCode, 200)
  for (const authorization of ['', token, 'Bearer ', `Bearer ${token}x`, `Basic ${token}`]) {
    const answer = await ask(authorization ? { authorization } : {})
    assert.equal(answer.statusCode, 401, authorization)
    assert.equal(answer.headers['www-authenticate'], 'Bearer')
  }
})

test('a token that could be guessed stops the start with a sentence that names the variable', () => {
  for (const short of ['secret', 'a'.repeat(23), `${'a'.repeat(30)} b`])
    assert.throws(() => readConfig({ METRICS_TOKEN: short }), /^Error: METRICS_TOKEN 应至少 24/)
})
