import { z } from 'zod'
import { yearOf } from '#frame/calendar/day.ts'
import type { Tx } from '#frame/db/connect.ts'
import { plan } from '#frame/jobs/plan.ts'
import type { DecideContext } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import { nextNumber } from '#frame/kernel/running-number.ts'
import { appendEvent } from '#frame/ledger/append.ts'
import { frozenText, newCode, sha256Hex } from './frozen.ts'
import type { Issuer } from './issuer.ts'
import type { PaperKind } from './kind.ts'
import { makePaper } from './make-job.ts'

/** What an act asks to be issued. */
export interface PaperRequest<S extends z.core.$ZodType = z.core.$ZodType> {
  kind: PaperKind<S>
  unitId: string
  /** S2-067 the branch whose officers see it. */
  branchId: string | null
  subjectId: string
  issuer: Issuer
  facts: z.input<S>
}

/** A paper that will be made once the act has been committed. */
export interface PlannedPaper {
  id: string
  number: string
  code: string
}

/**
 * Issues a paper inside the act's transaction: its number is taken, its facts are frozen and entered in
 * the ledger, and its making is planned; all of it exists if and only if the act commits. The file itself
 * is set and signed afterwards. In: the request and the act's context. Out: id, number and code.
 * Errors: throws for facts that do not fit the kind, a fault of the caller.
 */
export async function issuePaper<S extends z.core.$ZodType>(
  tx: Tx,
  request: PaperRequest<S>,
  ctx: DecideContext,
): Promise<PlannedPaper> {
  const { kind, issuer, unitId } = request
  const facts = checkedFacts(kind, request.facts)
  const id = newId()
  const paper = {
    id,
    kind: kind.kind,
    template: kind.version,
    title: kind.printed?.(facts) ?? kind.title.zh,
    number: await numberFor(tx, `${issuer.mark}${kind.mark(facts)}`, yearOf(ctx.today)),
    issuer: issuer.name,
    day: ctx.today,
    code: newCode(),
    facts,
  }
  const factsSha256 = sha256Hex(frozenText(paper))
  const eventId = newId()
  await tx
    .insertInto('paper')
    .values({
      ...paper,
      facts: JSON.stringify(facts),
      unit_id: unitId,
      subject_kind: kind.subject,
      subject_id: request.subjectId,
      branch_id: request.branchId,
      recipient: kind.recipient(facts),
      facts_sha256: factsSha256,
      issued_by: ctx.actor.accountId,
      issued_at: ctx.now,
      audit_event_id: eventId,
    })
    .execute()
  await tx
    .insertInto('paper_state')
    .values({ unit_id: unitId, id, status: 'planned', audit_event_id: eventId })
    .execute()
  // S2-029 and all that follow: what the paper says is fixed before anybody has set it
  await appendEvent(tx, {
    id: eventId,
    at: ctx.now,
    actor: ctx.actor,
    act: 'paper.issue',
    subject: { kind: 'paper', id },
    unitId,
    body: {
      from: null,
      to: 'planned',
      version: 1,
      kind: paper.kind,
      number: paper.number,
      day: paper.day,
      about: { kind: kind.subject, id: request.subjectId },
      factsSha256,
    },
  })
  await plan(tx, makePaper, { unitId, paperId: id }, { key: `${id}:1` })
  return { id, number: paper.number, code: paper.code }
}

/** GB/T 9704: year in 〔〕, running number without leading zeros. */
async function numberFor(tx: Tx, mark: string, year: number): Promise<string> {
  const n = await nextNumber(tx, `paper ${mark}`, year)
  return `${mark}〔${year}〕${n}号`
}

function checkedFacts<S extends z.core.$ZodType>(kind: PaperKind<S>, facts: unknown): z.output<S> {
  const parsed = z.safeParse(kind.facts, facts)
  if (parsed.success) return parsed.data
  throw new Error(`facts of paper ${kind.kind}: ${z.prettifyError(parsed.error)}`)
}
