import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guide } from './guide-words.ts'

test('S2-048 the public guide says that there is no fee', () => {
  const answers = guide.flatMap((chapter) => chapter.answers)
  assert.match(answers.find((a) => a.duty === 'S2-048')?.say.zh ?? '', /不收取费用/)
})
