import duties from '#law/duties.json' with { type: 'json' }
import { filesOf, isForTests, type SourceFile } from './tree.ts'

/** Where a duty is carried and where a test names it. Files relative to the project, best first. */
export interface DutyPlaces {
  code: string[]
  tests: string[]
}

const one = /\b(S[12]-\d{3})(?![\d])/g
/** `S2-160…189`, `S1-025…S1-040`, `S2-028 to 034`: a range says nothing of any single duty. */
const range =
  /\bS[12]-\d{3}\s*(?:…|\.{2,3}|–|—|~|～|至|到|\bto\b)\s*(?:S[12]-)?\d{3}\b|\bS[12]-\d{3}-(?:S[12]-)?\d{3}\b/g

/** The duties a text names singly, ranges left out. */
export function dutiesIn(text: string): string[] {
  return [...new Set(text.replaceAll(range, ' ').match(one))]
}

/** The ranges a text holds. */
export function rangesIn(text: string): string[] {
  return text.match(range) ?? []
}

const title =
  /\b(?:test|it|describe|suite|journey)(?:\.\w+)?\(\s*(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|`((?:\\.|[^`\\])*)`)/g

/** The titles of the tests of a file, as written. */
export function titlesOf(text: string): string[] {
  return Array.from(text.matchAll(title), (m) => m[1] ?? m[2] ?? m[3] ?? '')
}

/** A title made for each row of a table begins with the row's own duty: `${row.duty} …`. */
const fromTable = /^\$\{(?:\w+\.)*duty\}/

/** The duties the titles of a file's tests name singly; for a table of rows, those of the rows. */
export function testedDuties(text: string): string[] {
  const titles = titlesOf(text)
  const rows = titles.some((t) => fromTable.test(t)) ? quotedDuties(text) : []
  return [...new Set([...titles.flatMap(dutiesIn), ...rows])]
}

/** Duties that stand alone in quotes, as the rows of a table have them. */
function quotedDuties(text: string): string[] {
  return Array.from(text.matchAll(/['"](S[12]-\d{3})['"]/g), (m) => m[1]!)
}

/** The nearer to the law the better: a rule before a table, a table before a page. */
function weight({ path, text }: SourceFile, duty: string): number {
  const isRule = new RegExp(`reason\\(\\s*'${duty}'|duty: '${duty}'|"duty": "${duty}"`).test(text)
  return (path.includes('/pages/') ? 4 : 0) + (path.endsWith('.sql') ? 2 : 0) + (isRule ? 0 : 1)
}

/** Every file of tests but the one that tests this reading, whose samples are no tests. */
export function testFiles(): SourceFile[] {
  return filesOf(['{frame,rooms,shell,checks,tools}/**/*.test.ts', 'walks/*.walk.ts']).filter(
    ({ path }) => path !== 'checks/duties.test.ts',
  )
}

/** Reads the whole tree. Out: for every duty of the list, where it is carried and tested. */
export function scanDuties(): Map<string, DutyPlaces> {
  const places = new Map<string, DutyPlaces>(
    duties.duties.map(({ id }) => [id, { code: [], tests: [] }]),
  )
  const carriers = filesOf([
    '{frame,rooms,shell}/**/*.{ts,tsx,typ}',
    'law/**/*.json',
    'migrations/*.sql',
  ]).filter(({ path }) => !isForTests(path) && path !== 'law/duties.json')
  const weights = new Map<string, number>()
  for (const file of carriers)
    for (const duty of dutiesIn(file.text)) {
      places.get(duty)?.code.push(file.path)
      weights.set(`${duty} ${file.path}`, weight(file, duty))
    }
  for (const file of testFiles())
    for (const duty of testedDuties(file.text)) places.get(duty)?.tests.push(file.path)
  for (const [duty, { code }] of places) {
    const of = (path: string) => weights.get(`${duty} ${path}`) ?? 0
    code.sort((a, b) => of(a) - of(b) || a.localeCompare(b, 'en'))
  }
  return places
}
