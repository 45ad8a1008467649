import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageWords } from './page-words.ts'
import { referenceHint } from '../reference-standards.ts'

test('S2-110 the three standards stand where laboratories and biosafety documents are asked', () => {
  for (const name of [
    'GB 19489',
    '《病原微生物实验室生物安全管理条例》',
    '《WHO 实验室生物安全手册》',
  ])
    assert.ok(referenceHint.zh.includes(name), name)
  for (const hint of [pageWords.stepLaboratoriesHint, pageWords.stepDocumentsHint])
    for (const language of ['zh', 'en'] as const)
      assert.ok(hint[language].includes(referenceHint[language]))
})
