import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { goodPassword } from '#checks/browser.ts'
import { addPerson, testHouse, type TestHouse } from '#checks/house.ts'
import { demoIdCard, demoUscc } from '#frame/catalogue/codes/demo.ts'
import { makePdf, onePage } from '#frame/files/corpus/pdf.ts'
import { drainJobs } from '#frame/jobs/drain.ts'
import type { Reason } from '#frame/kernel/reason.ts'
import { stopRenderer } from '#frame/papers/press.ts'
import type { EnrolmentForm, EnrolmentKind } from '#rooms/enrolment/forms.ts'
import type { EnrolmentView, OwnView } from '#rooms/enrolment/views.ts'

/** A request as its holder has it: its id and its key. */
export interface Held {
  id: string
  key: string
}

/** A house where somebody without an account asks for one, and the officers who look. */
export interface EnrolmentStand {
  t: TestHouse
  branchId: string
  farBranchId: string
  /** The account administrator of the branch, of another one, and of headquarters. */
  keeper: string
  farKeeper: string
  hqKeeper: string
  on(day: string, time?: string): void
  /** Speaks HTTP with the key of a request, or without one; each time from elsewhere unless told. */
  holding(key: string | null, address?: string): Caller
  begin(kind?: EnrolmentKind): Promise<Held>
  /** A request filled in with its document. */
  filled(kind?: EnrolmentKind, more?: EnrolmentForm): Promise<Held>
  filed(kind?: EnrolmentKind, more?: EnrolmentForm): Promise<Held>
  save(held: Held, form: EnrolmentForm): Promise<LightMyRequestResponse>
  upload(key: string | null, id: string, kind?: EnrolmentKind): Promise<LightMyRequestResponse>
  own(held: Held): Promise<OwnView>
  see(who: string, id: string): Promise<EnrolmentView>
  /** An act by the holder of the key, with the version as it is. */
  ask(held: Held, act: string): Promise<LightMyRequestResponse>
  /** An act by an officer, with the version as it is. */
  act(who: string, id: string, act: string, said?: object): Promise<LightMyRequestResponse>
  /** The same, which must succeed. */
  do(who: string, id: string, act: string, said?: object): Promise<void>
  /** The newest mail or short message to an address: its kind and the path it opens. */
  mailTo(address: string): Promise<{ kind: string; path: string | null }[]>
  /** Opens the newest link in the mailbox and sets a password. */
  confirm(mailbox: string): Promise<LightMyRequestResponse>
  statusOf(id: string): Promise<string>
  close(): Promise<void>
}

/** HTTP of somebody without an account. */
interface Caller {
  get(url: string): Promise<LightMyRequestResponse>
  post(url: string, body?: unknown): Promise<LightMyRequestResponse>
}

let drawn = 0

/** What a unit types; every call another unit. */
export function unitForm(more: EnrolmentForm = {}): EnrolmentForm {
  drawn += 1
  return {
    nameZh: `示范检验所${drawn}号`,
    uscc: demoUscc(500_000 + drawn),
    activities: ['testing'],
    reasons: ['beijing-port'],
    area: '110108',
    contact: '赵敏行',
    mobile: `1390000${String(2000 + drawn)}`,
    mailbox: `unit${drawn}@example.cn`,
    ...more,
  }
}

/** What a person types; the number of the document goes beside it. */
export function personForm(more: EnrolmentForm = {}): EnrolmentForm {
  drawn += 1
  return {
    nameZh: '钱思齐',
    documentKind: 'id-card',
    mobile: `1390000${String(2000 + drawn)}`,
    mailbox: `person${drawn}@example.cn`,
    ...more,
  }
}

/** The codes of an answer's reasons; empty when it was done. */
export const codesOf = (answer: LightMyRequestResponse): string[] =>
  answer.statusCode === 200 ? [] : answer.json<{ reasons: Reason[] }>().reasons.map((r) => r.code)

/** Opens the stand. */
export async function enrolmentStand(at = '2026-11-23T10:00:00+08:00'): Promise<EnrolmentStand> {
  const t = await testHouse({ at })
  const branchId = await branchOf(t, 'zhongguancun')
  const farBranchId = await branchOf(t, 'bda')
  const holding = (key: string | null, address?: string) => holder(t.app, key, address)
  const rowOf = (id: string) =>
    t.house.db
      .selectFrom('enrolment')
      .select(['version', 'status'])
      .where('id', '=', id)
      .executeTakeFirst()
  const version = async (id: string) => (await rowOf(id))?.version ?? 1
  const stand: EnrolmentStand = {
    t,
    branchId,
    farBranchId,
    keeper: await addPerson(t.house, 'customs-accounts', { branchId }),
    farKeeper: await addPerson(t.house, 'customs-accounts', { branchId: farBranchId }),
    hqKeeper: await addPerson(t.house, 'customs-accounts'),
    on: (day, time = '10:00:00') => t.setClock(`${day}T${time}+08:00`),
    holding,
    async begin(kind = 'organisation') {
      const begun = await holding(null).post('/api/enrolments', { kind, language: 'zh' })
      assert.equal(begun.statusCode, 200, begun.body)
      return begun.json<Held>()
    },
    async filled(kind = 'organisation', more = {}) {
      const held = await stand.begin(kind)
      const form = kind === 'person' ? personForm(more) : unitForm(more)
      const saved = await stand.save(held, form)
      assert.equal(saved.statusCode, 200, saved.body)
      if (kind === 'person') {
        const document = { kind: 'id-card', number: demoIdCard(drawn) }
        const url = `/api/enrolments/${held.id}/save`
        const answer = await holding(held.key).post(url, { changes: [], document })
        assert.equal(answer.statusCode, 200, answer.body)
      }
      const brought = await stand.upload(held.key, held.id, kind)
      assert.equal(brought.statusCode, 200, brought.body)
      return held
    },
    async filed(kind = 'organisation', more = {}) {
      const held = await stand.filled(kind, more)
      const answer = await stand.ask(held, 'file')
      assert.equal(answer.statusCode, 200, answer.body)
      return held
    },
    async save(held, form) {
      const { form: before } = await stand.own(held)
      const changes = Object.entries(form).map(([name, value]) => ({
        name,
        seen: before[name as keyof EnrolmentForm] ?? null,
        value,
      }))
      return holding(held.key).post(`/api/enrolments/${held.id}/save`, { changes })
    },
    upload(key, id, kind = 'organisation') {
      const slot = kind === 'person' ? 'id-copy' : 'sealed-form'
      return uploadTo(t.app, key, `/api/files/enrolment/${id}/${slot}`)
    },
    async own({ id, key }) {
      const shown = await holding(key).get(`/api/enrolments/${id}/own`)
      assert.equal(shown.statusCode, 200, shown.body)
      return shown.json<OwnView>()
    },
    async see(who, id) {
      const shown = await t.as(who).get(`/api/enrolments/${id}`)
      assert.equal(shown.statusCode, 200, shown.body)
      return shown.json<EnrolmentView>()
    },
    ask: async ({ id, key }, act) =>
      holding(key).post(`/api/enrolments/${id}/${act}`, { version: await version(id) }),
    act: async (who, id, act, said = sayings(branchId, id)[act] ?? {}) =>
      t.as(who).post(`/api/enrolments/${id}/${act}`, { version: await version(id), ...said }),
    async do(who, id, act, said) {
      const answer = await stand.act(who, id, act, said)
      assert.equal(answer.statusCode, 200, `${act}: ${answer.body}`)
    },
    async mailTo(address) {
      await drainJobs(t.house, { only: ['enrolment.write-letter'] })
      return t.house.db
        .selectFrom('message')
        .select(['kind', 'path'])
        .where('address', '=', address)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .execute()
    },
    async confirm(mailbox) {
      const path = (await stand.mailTo(mailbox)).find((m) => m.kind === 'account.confirm')?.path
      const token = path?.split('#')[1]
      return t.as(null).post('/api/links/use', { token, password: goodPassword })
    },
    statusOf: async (id) => (await rowOf(id))!.status,
    async close() {
      await stopRenderer(t.house)
      await t.close()
    },
  }
  return stand
}

/** What each act's form takes, so that an answer depends on person and request alone. */
export const sayings = (branchId: string, id: string): Record<string, object> => ({
  approve: { branchId, login: `u${id.slice(-12)}` },
  return: { remarks: [{ at: 'nameZh', what: '请填写单位全称' }] },
  refuse: { why: '所附申请表未加盖单位公章' },
})

async function branchOf(t: TestHouse, code: string): Promise<string> {
  const row = await t.house.db
    .selectFrom('branch')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow()
  return row.id
}

const own = { 'x-lianguan': '1', 'sec-fetch-site': 'same-origin' }
const shown = (key: string | null) => (key === null ? own : { ...own, 'x-lianguan-key': key })

let visitors = 0

/** Limits by address are tried where a test asks for it, and stand in nobody's way elsewhere. */
function elsewhere(): string {
  visitors += 1
  return `10.${visitors >> 16}.${(visitors >> 8) & 255}.${visitors & 255}`
}

function holder(app: FastifyInstance, key: string | null, address?: string): Caller {
  const from = () => ({ headers: shown(key), remoteAddress: address ?? elsewhere() })
  return {
    get: (url) => app.inject({ method: 'GET', url, ...from() }),
    post: (url, body = {}) =>
      app.inject({ method: 'POST', url, ...from(), payload: body as object }),
  }
}

function uploadTo(app: FastifyInstance, key: string | null, url: string) {
  const bytes = makePdf({ objects: onePage() })
  return app.inject({
    method: 'PUT',
    url,
    payload: bytes,
    remoteAddress: elsewhere(),
    headers: {
      ...shown(key),
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent('扫描件.pdf'),
      'x-file-sha256': createHash('sha256').update(bytes).digest('hex'),
    },
  })
}
