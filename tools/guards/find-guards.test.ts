import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filesOf, isForTests } from '#checks/tree.ts'
import { findGuards } from './find-guards.ts'
import { edited } from './guard.ts'
import { parseFile } from './parsed-file.ts'

const reasons = parseFile(
  'frame/kernel/reason.ts',
  `export function reason(duty: string | null, code: string): Reason { return { duty, code } }
   export class Refused extends Error {}
   export function absent(): Refused { return new Refused('absent', [reason(null, 'absent')]) }`,
)
const head = `import { absent, reason, Refused, type Reason } from '#frame/kernel/reason.ts'\n`

/** The guards of one file's text: what they carry, and what stands there once they are disabled. */
function guardsIn(text: string, ...others: [string, string][]) {
  const file = parseFile('rooms/sample/act.ts', head + text)
  const all = [reasons, file, ...others.map(([name, said]) => parseFile(name, head + said))]
  const guards = findGuards(all).filter((guard) => guard.file === file.path)
  return guards.map(({ name, duties, line, edit }) => ({
    name,
    duties,
    line,
    left: edited(file.text, edit).slice(head.length),
  }))
}

test('a reason in a list is left out, the rest of the list stays', () => {
  const [guard, ...more] = guardsIn(
    `export const against = (ok: boolean) =>\n  ok ? [] : [reason('S2-033', 'late'), ...[]]`,
  )
  assert.deepEqual(more, [])
  assert.deepEqual(guard, {
    name: 'late',
    duties: ['S2-033'],
    line: 3,
    left: 'export const against = (ok: boolean) =>\n  ok ? [] : [...[], ...[]]',
  })
})

test('a reason made for each of many, or pushed, is made for none', () => {
  const [mapped] = guardsIn(`const all = rows.filter(Boolean).map((r) => reason(null, r.code))`)
  assert.equal(mapped?.left, 'const all = []')
  const [longer] = guardsIn(
    `const all = rows.map((r) => {\n  const at = r.n\n  return reason(null, 'lost', at)\n})`,
  )
  assert.equal(longer?.left, 'const all = []')
  const [pushed] = guardsIn(`lost.push(reason('S2-156', 'port'))`)
  assert.equal(pushed?.left, 'lost.push(...[])')
})

test('a reason that is the only answer of a function becomes its other answer', () => {
  const [guard] = guardsIn(
    `function why(n: number): Reason | null {\n  if (n < 3) return null\n  return reason(null, 'many')\n}`,
  )
  assert.match(guard?.left ?? '', /return null\n\}/)
})

test('words kept under a name count where they are used', () => {
  const found = guardsIn(
    `const known = reason('S2-009', 'known')
     function late(day: string): Reason { return reason('S2-033', 'late') }
     const against = [known, late('2026-11-23')]`,
  )
  assert.deepEqual(
    found.map((g) => [g.name, g.duties]),
    [
      ['known', ['S2-009']],
      ["late('2026-11-23')", ['S2-033']],
    ],
  )
})

test('a rule is a guard of every act that asks it, called or handed over, here or from another file', () => {
  const other: [string, string] = [
    'rooms/sample/rules.ts',
    `export function fits(n: number): Reason[] { return n > 1 ? [reason('S2-012', 'unfit')] : [] }`,
  ]
  const found = guardsIn(
    `import { fits } from './rules.ts'
     export const one = { ready: (n: number) => [...fits(n)] }
     export const two = { ready: fits }`,
    other,
  )
  assert.deepEqual(
    found.map((g) => [g.name, g.duties, g.left?.split('\n')[g.line - 2]?.trim()]),
    [
      ['fits()', ['S2-012'], 'export const one = { ready: (n: number) => [...[]] }'],
      ['fits()', ['S2-012'], 'export const two = { ready: (() => []) }'],
    ],
  )
})

test('a refusal that is thrown is not thrown; of several conditions each is disabled by itself', () => {
  const [whole, ...more] = guardsIn(`if (late) throw new Refused('stale', [reason(null, 'late')])`)
  assert.deepEqual(more, [], 'its reason is no second guard')
  assert.equal(whole?.left, 'if (late) ;')
  assert.deepEqual(
    guardsIn(`if (!facts || !(mine(facts) && open)) {\n  throw absent()\n}`).map((g) => g.left),
    [
      'if (false || !(mine(facts) && open)) {\n  throw absent()\n}',
      'if (!facts || false) {\n  throw absent()\n}',
    ],
  )
})

test('a refusal made by a function of the file counts where it is thrown', () => {
  const found = guardsIn(
    `function above(n: number): Refused { return new Refused('refused', [reason('S2-041', 'above')]) }
     if (!moved) throw above(1)`,
  )
  assert.deepEqual(
    found.map((g) => [g.name, g.duties]),
    [['throw above', ['S2-041']]],
  )
})

test('a condition left to the database holds always; a condition of a question is no guard', () => {
  const [guard, ...more] = guardsIn(
    "await tx.updateTable('line').set(x).where('n', '=', n).where(sql<boolean>`used + ${n} <= most`).execute()\n" +
      "await tx.selectFrom('line').where(sql<boolean>`used > 0`).execute()",
  )
  assert.deepEqual(more, [])
  assert.match(guard?.left ?? '', /\.where\(sql<boolean>`true`\)\.execute/)
})

test('another error, a lookalike of the name and a comment are no guards', () => {
  assert.deepEqual(
    guardsIn(
      `// return [reason('S2-001', 'x')]
       const text = "[reason('S2-002', 'x')]"
       const said = { reason: (a: string) => a }
       said.reason('S2-003')
       if (broken) throw new Error('fault')`,
    ),
    [],
  )
})

test('a reason handed on in another way is handed on no more', () => {
  const [handed] = guardsIn(`await orRefused(save(), reason('S2-023', 'taken'))`)
  assert.equal(handed?.left, 'await orRefused(save(), undefined)')
  const [kept] = guardsIn(`const state = { on: true, trouble: reason(null, 'down') }`)
  assert.equal(kept?.left, 'const state = { on: true, trouble: undefined }')
})

test('every guard of the rooms can be disabled, and what remains is a program', () => {
  const files = filesOf('{frame,rooms}/**/*.ts')
    .filter(({ path }) => !isForTests(path))
    .map(({ path, text }) => parseFile(path, text))
  const guards = findGuards(files)
  assert.ok(guards.length > 100)
  for (const { file, line, edit } of guards.filter((g) => g.file.startsWith('rooms/'))) {
    const { text } = files.find(({ path }) => path === file)!
    assert.doesNotThrow(() => parseFile(file, edited(text, edit)), `${file}:${line}`)
  }
})
