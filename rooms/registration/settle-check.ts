import type { Tx } from '#frame/db/connect.ts'
import type { ActReply, SaveContext } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import { absent, reason, Refused, type Reason } from '#frame/kernel/reason.ts'
import { transitionReasons } from '#frame/kernel/standard-checks.ts'
import { appendEvent } from '#frame/ledger/append.ts'
import { sheetRows, type CheckRow } from './check-sheet.ts'
import type { RegistrationFacts, Remark } from './facts.ts'
import { loadRegistration } from './load-registration.ts'
import { remarkReasons } from './return.ts'
import { standingDocuments } from './standing-documents.ts'
import { move, registrationLife } from './states.ts'
import { registrationNotes } from './step-notes.ts'
import { tellKeepers, tellUnit, toldOf } from './tell.ts'
import { moveRegistration, type StepContext } from './write-registration.ts'

/** What the window found. */
export interface CheckOutcome {
  visitId: string
  /** Whether every original was seen and agrees. */
  complete: boolean
  /** What is wanting, by place: a field, 'slot.<code>' or 'form'. At least one when not complete. */
  remarks: readonly Remark[]
  /** The copies the originals were compared with. */
  seen: readonly SeenFile[]
}

/** One document as it was looked at. */
export interface SeenFile {
  slot: string
  /** Null where there was no copy. */
  fileId: string | null
}

const check = move('check')

/**
 * S2-129, S2-137 the originals were looked at: the registration is checked, or goes back with every
 * reason. Done in the transaction of the window's act. Out: the registration as it now is.
 * Errors: refused when it does not wait for its originals, or a copy is another than the one looked at.
 */
export async function settleCheck(
  tx: Tx,
  registrationId: string,
  outcome: CheckOutcome,
  ctx: SaveContext,
): Promise<ActReply> {
  const facts = await loadRegistration(tx, registrationId, ctx.today, true)
  if (!facts) throw absent()
  if (!outcome.complete && outcome.remarks.length === 0)
    throw new Error('a check that is not complete says what is wanting')
  const against = [
    ...transitionReasons(registrationLife, check, facts.subject),
    ...changedSince(sheetRows(facts), outcome),
    ...(outcome.complete ? standingDocuments(facts, ctx.today) : []),
    ...remarkReasons(facts, outcome.remarks),
  ]
  if (against.length > 0) throw new Refused('refused', against)
  // the event of the visit is the visit's; the registration has one of its own
  const step = { ...ctx, act: { name: 'registration.check', move: check }, eventId: newId() }
  const reply = await settle(tx, facts, outcome, step)
  await appendEvent(tx, {
    id: step.eventId,
    at: ctx.now,
    actor: ctx.actor,
    act: step.act.name,
    subject: { kind: 'registration', id: registrationId },
    unitId: facts.subject.unitId,
    body: {
      from: facts.subject.status,
      to: reply.status,
      version: reply.version,
      visit: outcome.visitId,
      remarks: outcome.remarks.length,
    },
  })
  return reply
}

/**
 * S2-025 a colleague may scan at the counter while another finishes: what was compared is what is filed. In: the
 * rows as they now are; what was found complete was looked at as a whole.
 */
export function changedSince(
  rows: readonly CheckRow[],
  { complete, seen }: Pick<CheckOutcome, 'complete' | 'seen'>,
): Reason[] {
  return rows.flatMap(({ slot, title, file }) => {
    const looked = seen.find((one) => one.slot === slot)
    if (!looked && !complete) return []
    if ((looked?.fileId ?? null) === (file?.id ?? null)) return []
    return [
      reason(
        'S2-025',
        'file-changed',
        `“${title.zh}”核对之后，存档文件已经更换。请刷新页面，与现在的文件再核对一次。`,
        `slot.${slot}`,
      ),
    ]
  })
}

async function settle(
  tx: Tx,
  facts: RegistrationFacts,
  { complete, remarks, visitId }: CheckOutcome,
  ctx: StepContext,
): Promise<ActReply> {
  if (complete) {
    await tellKeepers(tx, toldOf(facts), 'checked', ctx)
    const said = { public: registrationNotes.note('seen', {}) }
    // the remarks stay: by them a date was mended without a new document, which is asked again when it passes
    return moveRegistration(tx, facts, 'checked', { checked_visit: visitId }, said, ctx)
  }
  await tellUnit(tx, toldOf(facts), 'returned', String(remarks.length), ctx)
  const said = { public: registrationNotes.note('returned', { n: remarks.length }) }
  const changes = { remarks: JSON.stringify(remarks) }
  return moveRegistration(tx, facts, 'returned', changes, said, ctx)
}
