import type { House } from '#frame/house.ts'
import { openRead, type Route } from '#frame/http/open.ts'
import type { HousePart } from '#frame/http/part.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { absent, reason, Refused } from '#frame/kernel/reason.ts'
import type { Actor } from '#frame/people/actor.ts'
import { reachOf, within } from '#frame/people/policy.ts'
import { appendOnlyTrouble } from './append-only.ts'
import { openCheckpoint } from './checkpoint.ts'
import {
  consistencyDoor,
  eventProofDoor,
  eventReaders,
  eventsDoor,
  logDoor,
  proofDoor,
  statusDoor,
} from './doors.ts'
import { ledgerOf, newestSize } from './ledger.ts'
import { proveConsistency, proveEvent, proveLeaf } from './prove.ts'
import { readEvents } from './reads.ts'
import { ledgerTrouble, waitingEvents } from './sequencer.ts'
import { readCheckpoint } from './tile-store.ts'
import { LedgerTrouble } from './trouble.ts'

/** The doors of the ledger. In: all parts of the house, whose doors give the acts their words. */
export function ledgerRoutes(allParts: () => readonly HousePart[]): readonly Route[] {
  return [
    openRead(logDoor, ({ house }) => readLog(house)),
    openRead(proofDoor, async ({ house }, { params }) => {
      const made = await orUnavailable(proveLeaf(house, params.leafIndex))
      return made ?? notYet()
    }),
    openRead(consistencyDoor, async ({ house }, { params }) => {
      const made = await orUnavailable(proveConsistency(house, params.size))
      if (!made) throw absent()
      return { ...made, path: made.path.map((h) => h.toString('base64')) }
    }),
    openRead(eventProofDoor, async ({ house, actor }, { params }) => {
      await refuseUnreached(house, actor, params.id)
      const made = await orUnavailable(proveEvent(house, params.id, { withEvent: false }))
      return made ?? notYet()
    }),
    openRead(statusDoor, ({ house }) => readStatus(house)),
    openRead(eventsDoor, ({ house }, { query }) => readEvents(house, query, titlesOf(allParts()))),
  ]
}

function titlesOf(parts: readonly HousePart[]): ReadonlyMap<string, Words> {
  const routes = parts.flatMap((p) => p.routes)
  return new Map(routes.flatMap((r) => (r.act ? [[r.act, r.door.summary] as const] : [])))
}

function notYet(): never {
  throw new Refused(
    'unavailable',
    [reason(null, 'not-yet', '这条留痕刚刚写入，一两秒后才进入检查点。请稍后再取证明。')],
    2,
  )
}

/** What is wrong with the ledger is for the operator; the public is only told to come back. */
async function orUnavailable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof LedgerTrouble)) throw error
    const message = '留痕暂时不能提供证明，系统管理员可在 /readyz 看到原因。请稍后再试。'
    throw new Refused('unavailable', [reason(null, 'ledger-trouble', message)], 60)
  }
}

/** The audit administrator reaches every event; others those of their unit, branch or own hand. */
async function refuseUnreached(house: House, actor: Actor, id: string): Promise<void> {
  const event = await house.db
    .selectFrom('audit_event')
    .leftJoin('unit', 'unit.id', 'audit_event.unit_id')
    .select(['audit_event.unit_id', 'unit.branch_id', 'actor_id', 'subject_id'])
    .where('audit_event.id', '=', id)
    .executeTakeFirst()
  const owner = {
    unitId: event?.unit_id ?? null,
    branchId: event?.branch_id ?? null,
    accountId: event?.actor_id ?? null,
    id: event?.subject_id ?? null,
  }
  if (!event || !within(reachOf(actor, [...eventReaders, 'self']), owner)) throw absent()
}

async function readLog(house: House) {
  const { signer, folder } = await orUnavailable(ledgerOf(house))
  const checkpoint = await readCheckpoint(folder)
  if (checkpoint === null) return notYet()
  const { origin, size, root } = openCheckpoint(checkpoint, [signer])
  return { origin, vkey: signer.vkey, size, root: root.toString('base64'), checkpoint }
}

async function readStatus(house: House) {
  const waiting = await waitingEvents(house)
  return {
    size: await newestSize(house),
    shown: await shownSize(house),
    waiting: waiting.count,
    waitingSeconds: waiting.seconds,
    trouble: await ledgerTrouble(house),
    notEnforced: await appendOnlyTrouble(house.db),
  }
}

async function shownSize(house: House): Promise<number> {
  try {
    return (await readLog(house)).size
  } catch {
    // The trouble itself stands beside it.
    return 0
  }
}
