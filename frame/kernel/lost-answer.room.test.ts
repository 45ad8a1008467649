import assert from 'node:assert/strict'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { startCuttingProxy, type CuttingProxy } from '#checks/cutting-proxy.ts'
import { licenceStand, type LicenceStand } from '#checks/samples/licence-stand.ts'
import { openHouse } from '#frame/open-house.ts'
import type { House } from '#frame/house.ts'
import { loadActor } from '#frame/people/load-actor.ts'
import { createAct } from '#rooms/licence/create.ts'
import { licenceLife } from '#rooms/licence/states.ts'
import { perform } from './perform.ts'

let stand: LicenceStand
before(async () => void (stand = await licenceStand()))
const closing: (() => Promise<void>)[] = []
after(async () => {
  for (const close of closing) await close()
  await stand.close()
})

const drafts = async () => {
  const rows = await stand.t.house.db
    .selectFrom('licence_case')
    .select('id')
    .orderBy('id')
    .execute()
  return rows.map((r) => r.id)
}
const events = async () => {
  const rows = await stand.t.house.db
    .selectFrom('audit_event')
    .select('subject_id')
    .where('act', '=', 'licence.create')
    .execute()
  return rows.map((r) => r.subject_id)
}

/** The same database behind a proxy that can break the line. */
async function behindProxy(): Promise<{ house: House; proxy: CuttingProxy }> {
  const url = new URL(stand.t.house.pool.options.connectionString!)
  const proxy = await startCuttingProxy(Number(url.port))
  url.port = String(proxy.port)
  const { config, clock, log } = stand.t.house
  const { house, close } = openHouse({ config, clock, log, databaseUrl: url.href, connections: 2 })
  closing.push(close, proxy.close)
  return { house, proxy }
}

// CommandComplete of the protocol: 'C', four bytes of length, the tag, NUL.
const committed = (bytes: Buffer) => bytes.includes(Buffer.from('COMMIT\u0000'))

test('the line breaks after COMMIT and before its answer: repeated with the same key it is one effect', async () => {
  const { house, proxy } = await behindProxy()
  const actor = (await loadActor(house.db, stand.people.operator, '2026-11-23'))!
  for (let n = 0; n < 5; n += 1) {
    const before = (await drafts()).length
    const create = () =>
      perform(
        house,
        createAct,
        { unitId: stand.unitId },
        { actor, requestId: 'r', idemKey: `lost-answer-${n}` },
        licenceLife,
      )
    proxy.cutBefore(committed)
    await assert.rejects(create())
    assert.equal(proxy.cuts(), n + 1)
    const made = await drafts()
    assert.equal(made.length, before + 1, 'it was committed, though nobody was told')
    const reply = await create()
    assert.equal(reply.id, made.at(-1))
    assert.deepEqual(await drafts(), made)
    assert.equal((await events()).filter((id) => id === reply.id).length, 1)
  }
})

test('the line breaks before COMMIT reaches the database: nothing is left, and the repeat does it', async () => {
  const { house, proxy } = await behindProxy()
  const actor = (await loadActor(house.db, stand.people.operator, '2026-11-23'))!
  const create = () =>
    perform(
      house,
      createAct,
      { unitId: stand.unitId },
      { actor, requestId: 'r', idemKey: 'lost-before' },
      licenceLife,
    )
  const before = await drafts()
  // the answer to the ledger's insert is the last before the receipt and COMMIT
  proxy.cutBefore((bytes) => bytes.includes(Buffer.from('INSERT 0 1\u0000')))
  await assert.rejects(create())
  assert.deepEqual(await drafts(), before)
  await create()
  assert.equal((await drafts()).length, before.length + 1)
})

/** One POST on a connection of its own. Out: the status and body, or null when the line broke. */
function post(port: number, key: string): Promise<{ status: number; body: string } | null> {
  return new Promise((resolve) => {
    const r = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/api/licences',
      agent: false,
      headers: {
        'content-type': 'application/json',
        'x-lianguan': '1',
        'x-test-account': stand.people.operator,
        'idempotency-key': key,
      },
    })
    r.on('error', () => resolve(null))
    r.on('response', (answer) => {
      let body = ''
      answer.on('data', (chunk: Buffer) => (body += chunk.toString()))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
    })
    r.end(JSON.stringify({ unitId: stand.unitId }))
  })
}

test('the answer is lost on its way to the browser: repeated with the same key it is one effect', async () => {
  await stand.t.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = stand.t.app.server.address() as AddressInfo
  const proxy = await startCuttingProxy(port)
  closing.push(proxy.close)
  for (let n = 0; n < 5; n += 1) {
    const before = await drafts()
    const key = `browser-lost-${n}`
    proxy.cutBefore((bytes) => bytes.includes('HTTP/1.1 200'))
    assert.equal(await post(proxy.port, key), null)
    const made = await drafts()
    assert.equal(made.length, before.length + 1)
    const answers = [await post(proxy.port, key), await post(proxy.port, key)]
    assert.deepEqual(answers[0], answers[1])
    assert.equal(answers[0]?.status, 200)
    assert.ok(made.includes((JSON.parse(answers[0].body) as { id: string }).id))
    assert.deepEqual(await drafts(), made)
  }
})
