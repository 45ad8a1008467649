import { z } from 'zod'
import { plan } from '#frame/jobs/plan.ts'
import { act, type Facts, type Subject } from '#frame/kernel/act.ts'
import { moveOf } from '#frame/kernel/lifecycle.ts'
import { absent, granted } from '#frame/kernel/reason.ts'
import { findPaper, type KnownPaper } from './load-paper.ts'
import { makePaper } from './make-job.ts'
import { mayRead } from './readers.ts'
import { changeState } from './settle.ts'
import { paperLife } from './states.ts'

/** What the acts on a paper know. */
export interface PaperFacts extends Facts {
  subject: Subject
  paper: KnownPaper
}

/** A paper as the kernel asks about it. */
export const paperFacts = (paper: KnownPaper): PaperFacts => ({
  subject: {
    kind: 'paper',
    id: paper.id,
    unitId: paper.unitId,
    branchId: paper.branchId,
    status: paper.status,
    version: paper.version,
  },
  paper,
})

/** Plans the making of a paper anew, after what hindered it has been mended. */
export const retryPaper = act({
  name: 'paper.retry',
  move: moveOf(paperLife, 'paper.retry'),
  input: z.strictObject({ id: z.uuid(), version: z.int().positive() }),
  seen: (input) => input.version,
  async load(tx, input, ctx): Promise<PaperFacts> {
    const paper = await findPaper(tx, input.id, true)
    if (!paper || !mayRead(ctx.actor, paper)) throw absent()
    return paperFacts(paper)
  },
  decide: (facts) => granted(facts.paper),
  async save(tx, _facts, paper, ctx) {
    const round = paper.round + 1
    await changeState(tx, paper, 'planned', ctx.eventId, { round, trouble: null })
    await plan(
      tx,
      makePaper,
      { unitId: paper.unitId, paperId: paper.id },
      { key: `${paper.id}:${round}` },
    )
    ctx.record({ number: paper.number })
    return { id: paper.id, status: 'planned', version: paper.version + 1 }
  },
})
