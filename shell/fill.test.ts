import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fill } from './fill.ts'

test('a label is filled, and says one thing or several', () => {
  assert.equal(fill('剩 {n} 天', { n: 3 }), '剩 3 天')
  const left = '{name}, {n} working {n:day|days} left'
  assert.equal(fill(left, { name: '林知远', n: 1 }), '林知远, 1 working day left')
  assert.equal(fill(left, { name: '林知远', n: 0 }), '林知远, 0 working days left')
  // what is not given stays to be seen
  assert.equal(fill('{n} {n:row|rows}', {}), '{n} {n:row|rows}')
})
