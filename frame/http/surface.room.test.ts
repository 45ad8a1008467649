import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { testHouse, type TestHouse } from '#checks/house.ts'
import { houseParts } from '#rooms/house-parts.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

let t: TestHouse
before(async () => void (t = await testHouse()))
after(() => t.close())

const said = { 'content-type': 'application/json', 'x-lianguan': '1' }
const inject = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  payload?: string,
  headers = said,
) => t.app.inject({ method, url, ...(payload === undefined ? {} : { payload }), headers })

test('a request has a number of its own; one that the client brings is not taken over', async () => {
  const brought = { ...said, 'x-request-id': 'mine', 'request-id': 'mine' }
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => inject('GET', '/healthz', undefined, brought)),
  )
  const ids = answers.map((a) => String(a.headers['x-request-id']))
  assert.equal(new Set(ids).size, 5)
  for (const id of ids) assert.match(id, uuid)
})

const others = [
  '/healthz',
  '/readyz',
  '/metrics',
  '/api/openapi.json',
  '/api/docs',
  '/checkpoint',
  '/nowhere',
  '/',
]

test('whatever is asked for, no answer may be framed, guessed at, or run foreign code', async () => {
  const doors = houseParts.flatMap((p) => p.routes.map((r) => r.door))
  const asked = [
    ...doors.map(
      (d) =>
        [d.method, d.path.replaceAll(/:\w+/g, '00000000-0000-7000-8000-000000000000')] as const,
    ),
    ...others.map((url) => ['GET', url] as const),
  ]
  for (const [method, url] of asked) {
    const { headers } = await inject(method, url, method === 'GET' ? undefined : '{}')
    const policy = String(headers['content-security-policy'])
    assert.match(policy, /default-src 'self'/, url)
    assert.match(policy, /frame-ancestors 'none'/, url)
    assert.match(policy, /object-src 'none'/, url)
    assert.match(policy, /base-uri 'none'/, url)
    assert.doesNotMatch(policy, /unsafe-eval|script-src[^;]*unsafe|\*/, url)
    assert.equal(headers['x-content-type-options'], 'nosniff', url)
    assert.equal(headers['referrer-policy'], 'same-origin', url)
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin', url)
    assert.equal(headers['x-powered-by'], undefined)
    assert.equal(headers['server'], undefined)
    assert.match(String(headers['x-request-id']), uuid)
    if (url.startsWith('/api/')) assert.match(String(headers['cache-control']), /no-store/, url)
  }
})

test('behind https browsers are told to stay there', async () => {
  const safe = await testHouse({ parts: [], config: { publicUrl: 'https://lianguan.example.cn' } })
  const { headers } = await safe.app.inject({ method: 'GET', url: '/healthz' })
  assert.match(String(headers['strict-transport-security']), /max-age=31536000/)
  assert.match(String(headers['content-security-policy']), /upgrade-insecure-requests/)
  await safe.close()
})

test('metrics count requests by the pattern of the route, never by the address', async () => {
  await inject('GET', '/api/licences/00000000-0000-7000-8000-000000000000?q=secret')
  await inject('GET', '/unknown/secret')
  const answer = await inject('GET', '/metrics')
  assert.match(String(answer.headers['content-type']), /^text\/plain/)
  assert.match(
    answer.body,
    /lianguan_http_seconds_count\{method="GET",route="\/api\/licences\/:id",status="4xx"\} \d/,
  )
  assert.match(answer.body, /route="none"/)
  assert.doesNotMatch(answer.body, /secret|00000000-0000/)
  for (const gauge of [
    'lianguan_ledger_waiting',
    'lianguan_files_waiting',
    'process_cpu_seconds_total',
  ])
    assert.match(answer.body, new RegExp(`^${gauge} `, 'm'))
})

test('the process lives while the database is away, but says it is not ready', async () => {
  const house = await testHouse({ parts: [] })
  const ask = (url: string) => house.app.inject({ method: 'GET', url })
  assert.deepEqual((await ask('/readyz')).json(), { status: 'ok', troubles: [] })
  await closeDatabase(house)
  assert.equal((await ask('/healthz')).statusCode, 200)
  const ready = await ask('/readyz')
  assert.equal(ready.statusCode, 503)
  assert.equal(ready.json().troubles[0].part, 'database')
  await house.close()
})

/** Nobody gets into the database of this house any more; the server itself goes on. */
async function closeDatabase({ house }: TestHouse): Promise<void> {
  const { rows } = await house.pool.query<{ name: string }>('select current_database() as name')
  const { name } = rows[0]!
  const beside = new URL(house.pool.options.connectionString!)
  beside.pathname = '/postgres'
  const admin = new pg.Client({ connectionString: beside.href })
  await admin.connect()
  await admin.query(`alter database ${name} allow_connections false`)
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
    name,
  ])
  await admin.end()
}
