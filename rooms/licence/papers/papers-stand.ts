import { readFile } from 'node:fs/promises'
import { addPerson, testHouse, type Caller, type TestHouse } from '#checks/house.ts'
import { todayInBeijing } from '#frame/calendar/day.ts'
import { cataloguePart } from '#frame/catalogue/part.ts'
import { settingOn } from '#frame/catalogue/setting.ts'
import { drainJobs } from '#frame/jobs/drain.ts'
import { jobsPart } from '#frame/jobs/part.ts'
import type { DecideContext } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import { eventLeaf } from '#frame/ledger/event.ts'
import { vkeyFile } from '#frame/ledger/keys.ts'
import { verifierFrom } from '#frame/ledger/note.ts'
import { checkProof, parseProof } from '#frame/ledger/proof.ts'
import { notifyPart } from '#frame/notify/part.ts'
import { issuePaper, type PlannedPaper } from '#frame/papers/issue.ts'
import { customsIssuer } from '#frame/papers/issuer.ts'
import { papersPart } from '#frame/papers/part.ts'
import { stopRenderer } from '#frame/papers/press.ts'
import { systemActor } from '#frame/people/actor.ts'
import { licencePapers } from './papers.ts'
import { sampleFacts } from './papers-samples.ts'

/** Who acts in the tests of papers: by what they reach. */
export type Somebody = 'own' | 'other' | 'window' | 'elsewhere' | 'port' | 'admin'

/** A house with one unit whose papers are issued, and people around it. */
export interface PaperStand extends TestHouse {
  unitId: string
  branchId: string
  people: Record<Somebody, string>
  context(): DecideContext
  /** Issues a paper of sample facts; `change` replaces some of them. */
  issue<K extends keyof typeof sampleFacts>(
    name: K,
    change?: Partial<(typeof sampleFacts)[K]>,
    subjectId?: string,
  ): Promise<PlannedPaper>
  /** Makes every planned paper. */
  make(): Promise<unknown>
  /** Asks as somebody; null is the public. */
  get(who: Somebody | null, url: string): ReturnType<Caller['get']>
  /** Checks a proof with nothing but the public key. Out: the event inside. */
  proven(proof: string): Promise<{ act: string; body: Record<string, unknown> }>
}

/** Opens the stand. The test closes it. */
export async function paperStand(): Promise<PaperStand> {
  const t = await testHouse({ parts: [cataloguePart, notifyPart, papersPart, jobsPart] })
  const { house } = t
  const branches = await house.db.selectFrom('branch').select('id').orderBy('code').execute()
  const branchId = branches[0]!.id
  const unitId = await addUnit(t, branchId, '北京示范医科大学', '91110000802100433B')
  const otherUnit = await addUnit(t, branchId, '北京另一家研究所', '12100000400002259P')
  const people: Record<Somebody, string> = {
    own: await addPerson(house, 'unit-operator', { unitId }),
    other: await addPerson(house, 'unit-operator', { unitId: otherUnit }),
    window: await addPerson(house, 'customs-window', { branchId }),
    elsewhere: await addPerson(house, 'customs-window', { branchId: branches[1]!.id }),
    port: await addPerson(house, 'customs-port'),
    admin: await addPerson(house, 'system-admin'),
  }
  const context = () => {
    const now = house.clock.now()
    return { actor: systemActor, now, today: todayInBeijing(now) }
  }
  return {
    ...t,
    unitId,
    branchId,
    people,
    context,
    issue: (name, change = {}, subjectId = newId()) => {
      const request = {
        kind: licencePapers[name] as (typeof licencePapers)['acceptance'],
        unitId,
        branchId,
        subjectId,
        issuer: customsIssuer(settingOn('2026-11-23')),
        facts: { ...sampleFacts[name], ...change } as unknown as (typeof sampleFacts)['acceptance'],
      }
      return house.db.transaction().execute((tx) => issuePaper(tx, request, context()))
    },
    make: () => drainJobs(house, { only: ['papers.make'] }),
    get: (who, url) => t.as(who && people[who]).get(url),
    async proven(proof) {
      const { extra, ...parsed } = parseProof(proof)
      if (!extra) throw new Error('the proof does not carry its event')
      const vkey = await readFile(vkeyFile(house.config.dataDir), 'utf8')
      checkProof({ extra, ...parsed }, eventLeaf(extra), [verifierFrom(vkey.trim())])
      return JSON.parse(extra.toString('utf8')) as Awaited<ReturnType<PaperStand['proven']>>
    },
    async close() {
      await stopRenderer(house)
      await t.close()
    },
  }
}

async function addUnit(t: TestHouse, branchId: string, name: string, uscc: string) {
  const id = newId()
  await t.house.db
    .insertInto('unit')
    .values({
      id,
      uscc,
      name_zh: name,
      status: 'registered',
      branch_id: branchId,
      classes: ['use'],
      address: '北京市海淀区示范路38号',
      contact_name: '测试',
      contact_phone: '13900000001',
      created_at: t.house.clock.now(),
    })
    .execute()
  return id
}
