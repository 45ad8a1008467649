import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshParts, merged, type Filling } from './fresh-parts.ts'

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

test('nothing new changes nothing', () => {
  assert.equal(freshParts(seen, { form: { consignor: '丁' }, rest: [] }, seen), null)
})
