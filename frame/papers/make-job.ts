import { z } from 'zod'
import type { House } from '#frame/house.ts'
import { defineJob } from '#frame/jobs/job.ts'
import { makeFile } from './make-paper.ts'
import { loadPaper } from './load-paper.ts'
import { keepPaper } from './paper-store.ts'
import { RenderProblem } from './render-problem.ts'
import { noteMade, noteTrouble } from './settle.ts'
import { SigningProblem } from './sign.ts'

/**
 * Makes the file of an issued paper: sets, signs, keeps and enters its hash in the ledger. Safe to repeat
 * at any point: a file under its own hash is written once, and the first row that names one stays.
 */
export const makePaper = defineJob({
  name: 'papers.make',
  title: { zh: '生成文书', en: 'Make a paper' },
  data: z.strictObject({ unitId: z.uuid(), paperId: z.uuid() }),
  run: (house, { unitId, paperId }, job) => make(house, unitId, paperId, job.last),
})

async function make(house: House, unitId: string, paperId: string, last: boolean): Promise<void> {
  const paper = await loadPaper(house.db, unitId, paperId)
  if (!paper || paper.fileSha256 !== null) return
  try {
    const made = await makeFile(house, paper)
    const sha256 = await keepPaper(house.config.dataDir, made.pdf)
    await noteMade(house, paper, { ...made, sha256, bytes: made.pdf.length })
  } catch (error) {
    const final = last || isFinal(error)
    await noteTrouble(house, paper, wordsOf(error), final)
    // what no repetition can mend waits for an officer, not for the queue
    if (!isFinal(error)) throw error
  }
}

const isFinal = (error: unknown) =>
  error instanceof SigningProblem || (error instanceof RenderProblem && !error.passing)

/** What the register shows. A fault of ours is told without its details; the log has them. */
function wordsOf(error: unknown): string {
  if (error instanceof SigningProblem || error instanceof RenderProblem) return error.message
  return '生成文书时系统出错，将自动重试；多次未成的，请在排除故障后点“重新生成”。'
}
