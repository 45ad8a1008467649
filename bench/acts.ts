// Acts per second and p99 over HTTP with 32 clients, beside the same SQL statements of the same act sent
// straight through the driver, in one run. Prints figures; asserts nothing.
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import { addPerson, testHouse } from '#checks/house.ts'
import { newId } from '#frame/kernel/id.ts'
import { measure, type Run } from './measure.ts'

const clients = 32
const seconds = Number(process.env['BENCH_SECONDS'] ?? 5)

interface Statement {
  text: string
  values: unknown[]
}

/** The statements one act sends, as the driver sees them. */
async function statementsOf(act: () => Promise<unknown>): Promise<Statement[]> {
  const seen: Statement[] = []
  // oxlint-disable-next-line typescript/unbound-method -- called on its own client below
  const plain = pg.Client.prototype.query
  pg.Client.prototype.query = function query(this: pg.Client, ...given: unknown[]) {
    const [text, values] = given
    if (typeof text === 'string') seen.push({ text, values: Array.isArray(values) ? values : [] })
    return Reflect.apply(plain, this, given) as unknown
  } as typeof plain
  try {
    await act()
  } finally {
    pg.Client.prototype.query = plain
  }
  const from = seen.findIndex((s) => /^begin/i.test(s.text))
  const to = seen.findIndex((s, i) => i > from && /^commit/i.test(s.text))
  if (from < 0 || to < 0) throw new Error('no transaction was seen')
  return seen.slice(from + 1, to)
}

const isNewKey = (value: unknown, known: ReadonlySet<string>) =>
  typeof value === 'string' && /^[0-9a-f-]{36}$|^bench-/.test(value) && !known.has(value)

/** Sends the same statements in one transaction with fresh keys in place of those the act made. */
async function replay(pool: pg.Pool, statements: readonly Statement[], known: ReadonlySet<string>) {
  const fresh = new Map<string, string>()
  const swap = (value: unknown): unknown => {
    if (!isNewKey(value, known)) return value
    const key = value as string
    if (!fresh.has(key)) fresh.set(key, key.startsWith('bench-') ? `bench-${newId()}` : newId())
    return fresh.get(key)
  }
  const client = await pool.connect()
  try {
    await client.query('begin')
    for (const { text, values } of statements) await client.query(text, values.map(swap))
    await client.query('commit')
  } finally {
    client.release()
  }
}

function show(name: string, run: Run): void {
  const rate = run.perSecond.toFixed(0).padStart(6)
  const [p50, p99] = [run.p50, run.p99].map((ms) => ms.toFixed(1).padStart(6))
  console.log(`${name.padEnd(28)} ${rate}/s  p50 ${p50} ms  p99 ${p99} ms`)
}

const test = await testHouse()
try {
  const unitId = newId()
  const branch = await test.house.db
    .selectFrom('branch')
    .select('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  await test.house.db
    .insertInto('unit')
    .values({
      id: unitId,
      uscc: '91110000YY000001X0',
      name_zh: '测量单位',
      status: 'registered',
      branch_id: branch.id,
      classes: ['user'],
      address: '北京市',
      contact_name: '测量',
      contact_phone: '13900000001',
      created_at: test.house.clock.now(),
    })
    .execute()
  const accountId = await addPerson(test.house, 'unit-operator', { unitId })
  const person = test.as(accountId)
  const address = await test.app.listen({ port: 0, host: '127.0.0.1' })
  const headers = {
    'x-test-account': accountId,
    'x-lianguan': 'bench',
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
  }
  const body = JSON.stringify({ unitId })
  const overClients = () =>
    new Promise<Run>((resolve, reject) => {
      const workerData = { address, headers, body, clients, seconds }
      const worker = new Worker(new URL('./http-clients.ts', import.meta.url), { workerData })
      worker.once('message', resolve)
      worker.once('error', reject)
    })
  const statements = await statementsOf(() =>
    person.post('/api/licences', { unitId }, { 'idempotency-key': `bench-${newId()}` }),
  )
  const known = new Set([unitId, accountId, branch.id])
  const overHttp = await overClients()
  const straight = await measure(() => replay(test.house.pool, statements, known), clients, seconds)
  console.log(
    `licence.create, ${clients} clients, ${seconds} s each, ${statements.length} statements in its transaction`,
  )
  show('over HTTP (whole corridor)', overHttp)
  show('same SQL through the driver', straight)
  console.log(`ratio ${(overHttp.perSecond / straight.perSecond).toFixed(2)}`)
} finally {
  await test.close()
}
