import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshParts, joinedRest, merged, type Filling } from './fresh-parts.ts'

type Form = { consignor?: string; consignee?: string; destination?: string }
const seen: Filling<Form, string[]> = { form: { consignor: '甲', consignee: '乙' }, rest: [] }

test('what a colleague changed appears where nothing of one’s own waits, and nowhere else', () => {
  const shown = { form: { consignor: '我改的', consignee: '乙' }, rest: [] }
  const server = {
    form: { consignor: '同事改的', consignee: '丙', destination: '北京市' },
    rest: [],
  }
  const fresh = freshParts(seen, shown, server)
  assert.deepEqual(fresh, { form: { consignee: '丙', destination: '北京市' } })
  assert.deepEqual(merged(shown, fresh).form, {
    consignor: '我改的',
    consignee: '丙',
    destination: '北京市',
  })
})

test('a field that a colleague emptied is emptied here too', () => {
  const fresh = freshParts(seen, seen, { form: { consignee: '乙' }, rest: [] })
  assert.deepEqual(merged(seen, fresh!).form, { consignor: undefined, consignee: '乙' })
})

test('a rest that both changed is joined where it can be, else left to the next save', () => {
  const both = (_base: string, mine: string, theirs: string) => `${mine}+${theirs}`
  assert.deepEqual(joinedRest('old', 'mine', 'theirs', both), { both: 'mine+theirs' })
  assert.equal(
    joinedRest('old', 'mine', 'theirs', () => null),
    null,
  )
  assert.equal(joinedRest('old', 'old', 'theirs', both), null)
  assert.equal(joinedRest('old', 'mine', 'old', both), null)
  assert.equal(joinedRest('old', 'mine', 'mine', both), null)
})

test('nothing new changes nothing', () => {
  assert.equal(freshParts(seen, { form: { consignor: '丁' }, rest: [] }, seen), null)
})
