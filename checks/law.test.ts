import assert from 'node:assert/strict'
import { test } from 'node:test'
import duties from '#law/duties.json' with { type: 'json' }
import { filesOf, refuseBreaches, sharedText } from './tree.ts'

type Row = Record<string, unknown>

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const files = filesOf('law/**/*.json').map(({ path, text }) => ({
  path,
  content: JSON.parse(text) as unknown,
}))

const day = /^\d{4}-\d{2}-\d{2}$/

/** Every object of a file with its place, and the nearest word on source and dates above it. */
function* rows(value: unknown, at: string): Generator<{ at: string; row: Row }> {
  if (Array.isArray(value))
    for (const [i, inner] of value.entries()) yield* rows(inner, `${at}[${i}]`)
  if (!isRow(value)) return
  yield { at, row: value }
  for (const [key, inner] of Object.entries(value)) yield* rows(inner, `${at}.${key}`)
}

test('every file of law names where it comes from, or says it is our own', () => {
  const wrong = files
    .filter(({ content }) => ![...rows(content, '')].some(({ row }) => sourceOf(row) !== null))
    .map(({ path }) => path)
  refuseBreaches('no source:', wrong)
})

/** Where a row says it comes from: a source, the title of a published notice, or our own. */
function sourceOf(row: Row): string | null {
  if (row['ours'] === true) return 'ours'
  const each = row['sources']
  if (isRow(each) && Object.values(each).every((text) => typeof text === 'string')) return 'each'
  const named = row['source'] ?? (row['number'] === undefined ? undefined : row['title'])
  return typeof named === 'string' && named.trim() !== '' ? named : null
}

test('every dated row has a source, and its days are days', () => {
  const wrong: string[] = []
  for (const { path, content } of files) {
    const whole = isRow(content) ? sourceOf(content) : null
    for (const { at, row } of rows(content, '')) {
      if (!('validFrom' in row)) continue
      const { validFrom: from, validTo: to } = row
      if (sourceOf(row) === null && whole === null && !hasSourcedRows(row))
        wrong.push(`${path}${at}: no source`)
      const isDay = (value: unknown) => typeof value === 'string' && day.test(value)
      const draft = row['draft'] === true && from === null
      if (!draft && !isDay(from)) wrong.push(`${path}${at}: validFrom is no day`)
      if (to !== undefined && to !== null && !isDay(to))
        wrong.push(`${path}${at}: validTo is no day`)
      if (typeof to === 'string' && typeof from === 'string' && to < from)
        wrong.push(`${path}${at}: ends before it begins`)
    }
  }
  refuseBreaches('law is dated and has a source:', wrong)
})

/** A frame around rows that each name their own source. */
const hasSourcedRows = (row: Row) =>
  Object.values(row).some(
    (inner) =>
      Array.isArray(inner) && inner.length > 0 && inner.every((r) => isRow(r) && sourceOf(r)),
  )

test('a value of a setting says whether it is the law’s or our own, and its times do not overlap', () => {
  const settings = files.find(({ path }) => path === 'law/settings.json')?.content as Record<
    string,
    { title: { zh: string; en: string }; values: Row[] }
  >
  const wrong = Object.entries(settings).flatMap(([key, { title, values }]) => {
    const dated = values.map(
      (v) => [String(v['validFrom']), (v['validTo'] as string) ?? '9999'] as const,
    )
    const overlap = dated.some(([from], i) => i > 0 && from <= dated[i - 1]![1])
    return [
      ...(values.every((v) => typeof v['ours'] === 'boolean') ? [] : [`${key}: ours is missing`]),
      ...(overlap ? [`${key}: two values at once`] : []),
      ...(title.zh && title.en ? [] : [`${key}: no title`]),
    ]
  })
  refuseBreaches('law/settings.json:', wrong)
})

test('all duties stand in law/duties.json, each once, in both languages', () => {
  const ids = duties.duties.map((duty) => duty.id)
  assert.equal(new Set(ids).size, ids.length)
  assert.deepEqual(
    duties.duties.filter((duty) => !duty.zh || !duty.en || !duty.section),
    [],
  )
  for (const [paper, count] of [
    ['S1', 405],
    ['S2', 203],
  ] as const)
    assert.deepEqual(
      ids.filter((id) => id.startsWith(paper)),
      Array.from({ length: count }, (_, i) => `${paper}-${String(i + 1).padStart(3, '0')}`),
    )
})

test('the list of duties equals the one of the source papers', (t) => {
  const text = sharedText('obligations.json')
  if (text === null) return t.skip('the source papers are not on this machine')
  const theirs = (JSON.parse(text) as { id: string }[]).map((row) => row.id)
  assert.deepEqual(
    duties.duties.map((duty) => duty.id),
    theirs,
  )
})

test('every duty named in law exists', () => {
  const known = new Set(duties.duties.map((duty) => duty.id))
  const wrong = filesOf('law/**/*.json').flatMap(({ path, text }) =>
    (text.match(/\bS[12]-\d{3}\b/g) ?? [])
      .filter((id) => !known.has(id))
      .map((id) => `${path}: ${id}`),
  )
  refuseBreaches('no such duty:', wrong)
})
