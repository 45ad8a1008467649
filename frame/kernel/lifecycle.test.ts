import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '#frame/people/roles.ts'
import { lifecycle, moveOf, movesAhead, type Move } from './lifecycle.ts'

const title = { zh: '样件', en: 'Sample' }
const move = (act: string, from: string[] | null, to: string[]): Move => ({
  act,
  title,
  from,
  to,
  who: ['customs-window'] satisfies Role[],
  duties: [],
})
const life = (...moves: Move[]) =>
  lifecycle<string>({ subject: 'sample', title, statuses: { open: title, done: title }, moves })

test('a table that lists an act twice, or names a status nobody declared, is refused when it is loaded', () => {
  assert.throws(
    () => life(move('close', ['open'], ['done']), move('close', ['open'], ['done'])),
    /twice/,
  )
  assert.throws(() => life(move('close', ['open'], ['gone'])), /unknown gone/)
  assert.throws(() => life(move('close', ['gone'], ['done'])), /unknown gone/)
})

test('the row of an act is found, and an act without a row is a fault', () => {
  const table = life(move('begin', null, ['open']), move('close', ['open'], ['done']))
  assert.deepEqual(moveOf(table, 'close').to, ['done'])
  assert.throws(() => moveOf(table, 'reopen'), /no act reopen/)
})

test('what can still come up from a status on is told, and nothing that lies behind', () => {
  const table = life(
    move('begin', null, ['open']),
    move('keep', ['open'], ['open']),
    move('close', ['open'], ['done']),
  )
  const acts = (status: string) => movesAhead(table, status).map((m) => m.act)
  assert.deepEqual(acts('open'), ['keep', 'close'])
  assert.deepEqual(acts('done'), [])
})
