import assert from 'node:assert/strict'
import { test } from 'node:test'
import { takeChanges } from './field-changes.ts'

test('fields nobody else touched are taken; an empty value takes the field away', () => {
  const out = takeChanges({ a: '1', b: '2' }, [
    { name: 'a', seen: '1', value: '3' },
    { name: 'b', seen: '2', value: '' },
    { name: 'c', seen: null, value: ['x'] },
  ])
  assert.deepEqual(out, { form: { a: '3', c: ['x'] }, taken: ['a', 'b', 'c'], clashes: [] })
})

test('a field a colleague changed is answered with both values, the others are taken', () => {
  const out = takeChanges({ a: 'his', b: '2' }, [
    { name: 'a', seen: '1', value: 'mine' },
    { name: 'b', seen: '2', value: '4' },
  ])
  assert.deepEqual(out, {
    form: { a: 'his', b: '4' },
    taken: ['b'],
    clashes: [{ name: 'a', mine: 'mine', theirs: 'his', by: null }],
  })
})

test('two who typed the same thing agree, also on emptying', () => {
  assert.deepEqual(takeChanges({ a: 'x' }, [{ name: 'a', seen: '1', value: 'x' }]).clashes, [])
  assert.deepEqual(takeChanges({}, [{ name: 'a', seen: '1', value: null }]).clashes, [])
})

test('a field of entries is merged entry by entry, and clashes only on the same entry', () => {
  const stored = { dates: { licence: { to: '2027-01-01' }, filing: { to: '2028-01-01' } } }
  const mine = takeChanges(stored, [
    // the filing was not there yet when this page was shown
    {
      name: 'dates',
      seen: { licence: { to: '2026-01-01' } },
      value: { plan: { to: '2029-01-01' } },
    },
  ])
  assert.equal(mine.clashes.length, 1)
  const other = takeChanges(stored, [
    {
      name: 'dates',
      seen: { licence: { to: '2027-01-01' } },
      value: { licence: { to: '2027-01-01' }, plan: { to: '2029-01-01' } },
    },
  ])
  assert.deepEqual(other.form['dates'], { ...stored.dates, plan: { to: '2029-01-01' } })
  const gone = takeChanges(stored, [{ name: 'dates', seen: stored.dates, value: null }])
  assert.deepEqual(gone.form['dates'], {})
  const first = takeChanges({}, [{ name: 'dates', seen: null, value: stored.dates }])
  assert.deepEqual(first.form, stored)
})
