// The register of cases, its searches and a case's page with 100,000 cases against 1,000, asked inside the
// process. Prints medians and the ratio of the two; asserts nothing.
import { addPerson, testHouse, type Caller, type TestHouse } from '#checks/house.ts'
import { addUnit } from '#checks/places.ts'
import { measure } from './measure.ts'

const few = 1000
const many = 100_000
const linesEach = 3
const seconds = Number(process.env['BENCH_SECONDS'] ?? 5)
const clients = 2

/** Of a hundred cases this many are not decided yet; those have a clock that runs. */
const openOfHundred = 2

/** Fills the house up to so many cases; every seventh line of a case carries words that are searched for. */
async function fillTo(t: TestHouse, from: number, to: number, units: readonly string[]) {
  const branches = await t.house.db.selectFrom('branch').select('id').orderBy('code').execute()
  const person = await t.house.db.selectFrom('account').select('id').executeTakeFirstOrThrow()
  const step = 2000
  for (let at = from; at < to; at += step) {
    const size = Math.min(step, to - at)
    await t.house.pool.query(
      `with made as (
         insert into licence_case (unit_id, id, number, status, branch_id, form, rule_set, created_by,
           received_day, accepted_day, decided_day, created_at, updated_at)
         select ($1::uuid[])[1 + n % array_length($1::uuid[], 1)], gen_random_uuid(),
           'TS2026-' || lpad(n::text, 6, '0'),
           case when n % 100 < $7 then 'accepted' when n % 11 = 0 then 'refused' else 'granted' end,
           ($2::uuid[])[1 + n % array_length($2::uuid[], 1)],
           jsonb_build_object('direction', 'entry', 'articleClass', 'biological-product',
             'pathogenState', 'contained',
             'pathogens', case when n % 500 = 0
               then '[{"pathogenId":"bacteria-2","activity":"liveCulture"}]'::jsonb else '[]'::jsonb end),
           'S2', $3, date '2026-01-05' + n % 300, date '2026-01-06' + n % 300,
           case when n % 100 < $7 then null else date '2026-01-20' + n % 300 end,
           timestamptz '2026-01-05' + n * interval '1 minute', timestamptz '2026-01-06' + n * interval '1 minute'
         from generate_series($4::int, $5::int) as n
         returning unit_id, id, number, status, branch_id),
       clocks as (
         insert into clock (unit_id, id, subject_kind, subject_id, kind, label, path, days, state, deemed,
           total_days, due_day, provisional, as_of, calendar_version, created_at)
         select unit_id, gen_random_uuid(), 'licence', id,
           case when status = 'accepted' then 'decision' else 'delivery' end, number, '/licence/' || id, 20,
           case when status = 'accepted' then 'running' else 'ended' end, false, 20,
           date '2026-12-01' + (right(number, 3)::int % 60), false, date '2026-11-23', 1, now()
         from made)
       insert into licence_line (unit_id, case_id, n, name_zh, name_en, catalogue_no, batch_no, quantity)
       select unit_id, id, line, '重组蛋白' || right(number, 6) || '试剂' || line,
         'Recombinant protein ' || right(number, 6), 'RP-' || right(number, 6) || '-' || line,
         'LOT' || right(number, 5) || line, 10
       from made, generate_series(1, $6::int) as line`,
      [units, branches.map((b) => b.id), person.id, at, at + size - 1, linesEach, openOfHundred],
    )
  }
  await t.house.pool.query('analyze')
}

const q = (text: string) => `/api/licences?q=${encodeURIComponent(text)}`

/** What is asked; a case is one in the middle. */
async function questions(t: TestHouse, total: number) {
  const at = String(Math.floor(total / 2)).padStart(6, '0')
  const { id } = await t.house.db
    .selectFrom('licence_case')
    .select('id')
    .where('number', '=', `TS2026-${at}`)
    .executeTakeFirstOrThrow()
  return {
    'queue, first page': '/api/licences?status=accepted',
    'queue, nobody has it': '/api/licences?status=accepted&holder=none',
    'register, newest first': '/api/licences?sort=-updated',
    'part of a number': q(at),
    'part of a catalogue number': q(`RP-${at}`),
    'batch number': q(`LOT${at.slice(1)}1`),
    'part of an article, Chinese': q(`蛋白${at}`),
    'two characters, everywhere': q('蛋白'),
    'two characters, nowhere': q('骨髓'),
    'Latin name': q('Bacillus anthracis'),
    'page of a case': `/api/licences/${id}`,
    'desk of a case': `/api/licences/${id}/desk`,
  }
}

async function ask(caller: Caller, url: string): Promise<void> {
  const { statusCode, body } = await caller.get(url)
  if (statusCode !== 200) throw new Error(`${url}: ${body}`)
}

async function round(t: TestHouse, caller: Caller, total: number): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const [name, url] of Object.entries(await questions(t, total)))
    found.set(name, (await measure(() => ask(caller, url), clients, seconds)).p50)
  return found
}

const t = await testHouse()
try {
  const branches = await t.house.db.selectFrom('branch').select('id').orderBy('code').execute()
  const units: string[] = []
  for (let n = 0; n < 50; n += 1)
    units.push(await addUnit(t.house, branches[n % branches.length]!.id))
  const officer = t.as(await addPerson(t.house, 'customs-leader'))
  await fillTo(t, 1, few + 1, units)
  const small = await round(t, officer, few)
  await fillTo(t, few + 1, many + 1, units)
  const large = await round(t, officer, many)
  console.log(`${clients} clients, ${seconds} s a question, ${linesEach} lines a case, medians`)
  console.log(`${''.padEnd(30)} ${few} cases  ${many} cases  ratio`)
  for (const [name, ms] of large) {
    const before = small.get(name)!
    const cells = [before.toFixed(1), ms.toFixed(1)].map((text) => `${text} ms`.padStart(12))
    console.log(`${name.padEnd(30)} ${cells.join(' ')} ${(ms / before).toFixed(2).padStart(7)}`)
  }
} finally {
  await t.close()
}
