import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { serumLine } from '#checks/samples/licence-facts.ts'
import type { ItemLine } from './item-lines.ts'
import { applyEdit, editBetween, joinedLines } from './line-edit.ts'

const named = (nameZh: string): ItemLine => ({ ...serumLine, nameZh })
const list = (text: string) => text.split('').map(named)

test('only the range that changed travels', () => {
  const edit = editBetween(list('abcdef'), list('abXYef'))!
  assert.deepEqual([edit.of, edit.from, edit.removed, edit.added.length], [6, 2, 2, 2])
  assert.equal(editBetween(list('abc'), list('abc')), null)
})

test('whatever was typed, added, deleted or pasted arrives as it stands on the page', () => {
  const lists = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
  fc.assert(
    fc.property(lists, lists, (before, after) => {
      const [old, now] = [before.map(named), after.map(named)]
      const edit = editBetween(old, now)
      const applied = edit === null ? { ok: true, next: old } : applyEdit(old, edit)
      assert.ok(applied.ok)
      assert.deepEqual('next' in applied && applied.next, now)
    }),
  )
})

test('rows that a colleague changed are not overwritten without a word; others are left alone', () => {
  const edit = editBetween(list('abc'), list('abX'))!
  const codes = (now: string) => {
    const applied = applyEdit(list(now), edit)
    return applied.ok
      ? applied.next.map((l) => l.nameZh).join('')
      : applied.reasons.map((r) => r.code)
  }
  assert.deepEqual(codes('abZ'), ['lines-changed'])
  assert.deepEqual(codes('abcd'), ['lines-changed'])
  assert.deepEqual(codes('ab'), ['lines-changed'])
  assert.deepEqual(codes('Zbc'), 'ZbX')
})

const join = (base: string, mine: string, theirs: string) =>
  joinedLines(list(base), list(mine), list(theirs))
    ?.map((l) => l.nameZh)
    .join('') ?? null

test('what two colleagues changed apart from each other stands together', () => {
  assert.equal(join('abcdef', 'Xbcdef', 'abcdYf'), 'XbcdYf')
  // one adds at the end, the other types at the beginning, either way round
  assert.equal(join('abcdef', 'Xbcdef', 'abcdefg'), 'Xbcdefg')
  assert.equal(join('abcdef', 'abcdefg', 'bcdef'), 'bcdefg')
})

test('changes that touch, and one’s own rows come back, are not put together twice', () => {
  assert.equal(join('abc', 'aXc', 'aYc'), null)
  assert.equal(join('abc', 'abcd', 'abcd'), null)
  assert.equal(join('abc', 'aXcd', 'abcd'), null)
  assert.equal(join('abc', 'abXd', 'abcd'), null)
})
