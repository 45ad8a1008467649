import type { Updateable } from 'kysely'
import type { Tx } from '#frame/db/connect.ts'
import type { PaperStateTable } from '#frame/db/types.ts'
import type { House } from '#frame/house.ts'
import type { DecideContext } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import { appendEvent } from '#frame/ledger/append.ts'
import { notify } from '#frame/notify/notify.ts'
import { systemActor } from '#frame/people/actor.ts'
import { findPaper, type KnownPaper } from './load-paper.ts'
import type { MadePaper } from './make-paper.ts'
import { paperFailed } from './notices.ts'
import type { PaperStatus } from './states.ts'

type Made = Omit<MadePaper, 'pdf'> & { sha256: string; bytes: number }

/**
 * Enters the signed file: the row and the second leaf of the paper in one transaction. The first file
 * entered stays, whatever a repeated job brings.
 */
export async function noteMade(house: House, paper: KnownPaper, made: Made): Promise<void> {
  await house.db.transaction().execute(async (tx) => {
    const now = await findPaper(tx, paper.id, true)
    if (!now || now.fileSha256 !== null) return
    // revoked before it was made: the file exists for the record, the paper stays revoked
    const to: PaperStatus = now.status === 'revoked' ? 'revoked' : 'issued'
    const eventId = await writeEvent(tx, now, 'paper.sign', to, house.clock.now(), {
      number: now.number,
      factsSha256: now.factsSha256,
      fileSha256: made.sha256,
      certificateSha256: made.certificate.fingerprint,
      sample: made.certificate.demo,
    })
    await changeState(tx, now, to, eventId, {
      trouble: null,
      file_sha256: made.sha256,
      file_bytes: made.bytes,
      pages: made.pages,
      signed_at: made.signedAt,
      signer: made.certificate.fingerprint,
      sample: made.certificate.demo,
      file_event_id: eventId,
    })
  })
}

/** Notes why an attempt did not succeed. In: `final` when no repetition follows: then officers are told. */
export async function noteTrouble(
  house: House,
  paper: KnownPaper,
  trouble: string,
  final: boolean,
): Promise<void> {
  const at = house.clock.now()
  await house.db.transaction().execute(async (tx) => {
    const now = await findPaper(tx, paper.id, true)
    if (!now || now.status !== 'planned') return
    if (!final) {
      await stateOf(tx, now).set({ trouble }).execute()
      return
    }
    const eventId = await writeEvent(tx, now, 'paper.fail', 'failed', at, { number: now.number })
    await changeState(tx, now, 'failed', eventId, { trouble })
    await notify(tx, {
      to: { roles: { anyOf: ['customs-window', 'customs-leader'], branchId: now.branchId } },
      kind: paperFailed,
      params: { number: now.number, title: now.title },
      subject: { kind: 'paper', id: now.id, unitId: now.unitId },
      path: `/papers/${now.id}`,
      now: at,
      key: `${now.id}:${now.round}`,
    })
  })
}

/**
 * Revokes a paper inside the transaction of the act that revokes what it says. In: the paper's id and a
 * reason that may be told to whoever checks it. Nothing happens when it is revoked already.
 */
export async function revokePaper(
  tx: Tx,
  paperId: string,
  reason: string,
  ctx: DecideContext,
): Promise<void> {
  const now = await findPaper(tx, paperId, true)
  if (!now || now.status === 'revoked') return
  const eventId = newId()
  await appendEvent(tx, {
    id: eventId,
    at: ctx.now,
    actor: ctx.actor,
    act: 'paper.revoke',
    subject: { kind: 'paper', id: now.id },
    unitId: now.unitId,
    body: { from: now.status, to: 'revoked', version: now.version + 1, number: now.number },
  })
  await changeState(tx, now, 'revoked', eventId, { revoked_at: ctx.now, revoked_reason: reason })
}

async function writeEvent(
  tx: Tx,
  paper: KnownPaper,
  act: string,
  to: PaperStatus,
  at: Date,
  more: Record<string, unknown>,
): Promise<string> {
  const id = newId()
  await appendEvent(tx, {
    id,
    at,
    actor: systemActor,
    act,
    subject: { kind: 'paper', id: paper.id },
    unitId: paper.unitId,
    body: { from: paper.status, to, version: paper.version + 1, ...more },
  })
  return id
}

const stateOf = (tx: Tx, paper: KnownPaper) =>
  tx.updateTable('paper_state').where('unit_id', '=', paper.unitId).where('id', '=', paper.id)

/** Changes the state by one version. In: what changes besides. */
export async function changeState(
  tx: Tx,
  paper: KnownPaper,
  status: PaperStatus,
  eventId: string,
  more: Updateable<PaperStateTable>,
): Promise<void> {
  await stateOf(tx, paper)
    .set({ status, version: paper.version + 1, audit_event_id: eventId, ...more })
    .execute()
}
