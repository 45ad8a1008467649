import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { noteForm, stepNotes } from './step-note.ts'

const notes = stepNotes({
  opened: noteForm({ days: z.int(), why: z.string() }, ({ days, why }) => ({
    zh: `预计 ${days} 天。原因：${why}`,
    en: `About ${days} days. Reason: ${why}`,
  })),
})

test('a step keeps code and params and reads in both languages, with what a person wrote as typed', () => {
  const stored = JSON.stringify(notes.note('opened', { days: 3, why: '复检' }))
  assert.deepEqual(notes.words(stored), {
    zh: '预计 3 天。原因：复检',
    en: 'About 3 days. Reason: 复检',
  })
})

test('a row that kept its sentence, or a code nobody knows, still reads', () => {
  for (const old of [
    '补正后再次提交',
    '{"code":"gone","params":{}}',
    '{',
    '{"code":"opened","params":{}}',
  ])
    assert.deepEqual(notes.words(old), { zh: old, en: old })
  assert.equal(notes.words(null), null)
})
