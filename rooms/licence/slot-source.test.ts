import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contextOf, licenceFacts } from '#checks/samples/licence-facts.ts'
import type { Reason } from '#frame/kernel/reason.ts'
import { closedReasons } from './slot-source.ts'

const codes = (reasons: Reason[]) => reasons.map((r) => `${r.duty} ${r.code}`)
const operator = contextOf('unit-operator')
const slot = { code: 'test-report' } as const

test('a draft takes documents from its unit, and from nobody else', () => {
  const facts = licenceFacts('draft')
  assert.deepEqual(closedReasons(slot, facts, operator), [])
  assert.deepEqual(codes(closedReasons(slot, facts, contextOf('customs-window'))), [
    'null not-yours',
  ])
})

test('S2-027 what was filed stays as it was filed', () => {
  assert.deepEqual(codes(closedReasons(slot, licenceFacts('pending'), operator)), ['S2-027 filed'])
})

test('S2-033 a correction opens the slots it names, and no other', () => {
  const asked = (at: string) =>
    licenceFacts('correcting', {
      correction: {
        items: [{ at, what: '缺少筛查结果页' }],
        answerBy: '2026-12-05',
        day: '2026-11-25',
      },
    })
  assert.deepEqual(closedReasons(slot, asked('slot.test-report'), operator), [])
  assert.deepEqual(codes(closedReasons(slot, asked('slot.description'), operator)), [
    'S2-033 locked',
  ])
})
