import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cameBy } from './coverage.ts'

const range = (startOffset: number, endOffset: number, count: number) => ({
  startOffset,
  endOffset,
  count,
})

test('the narrowest stretch around a place says whether a run came by', () => {
  const script = {
    url: 'file:///x.ts',
    functions: [{ ranges: [range(0, 100, 1)] }, { ranges: [range(10, 50, 3), range(20, 30, 0)] }],
  }
  assert.deepEqual(
    [5, 15, 25, 30, 99, 100].map((offset) => cameBy([script], offset)),
    [true, true, false, true, true, false],
  )
})

test('one process of several that came by is enough, none is none', () => {
  const run = (count: number) => ({
    url: 'file:///x.ts',
    functions: [{ ranges: [range(0, 9, count)] }],
  })
  assert.equal(cameBy([run(0), run(2)], 4), true)
  assert.equal(cameBy([run(0)], 4), false)
  assert.equal(cameBy([], 4), false)
})
