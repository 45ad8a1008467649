import type { z } from 'zod'
import { todayInBeijing } from '#frame/calendar/day.ts'
import { branchChoices, type BranchChoice } from '#frame/catalogue/read-bodies.ts'
import type { Visit } from '#frame/http/open.ts'
import { canDo } from '#frame/kernel/can-do.ts'
import { newId } from '#frame/kernel/id.ts'
import { absent, reason, Refused } from '#frame/kernel/reason.ts'
import { appendEvent } from '#frame/ledger/append.ts'
import { reachOf, within } from '#frame/people/policy.ts'
import { keeperActs } from './acts.ts'
import { alikeTo } from './alike.ts'
import { approvable } from './approve.ts'
import type { documentDoor, enrolmentDoor } from './doors.ts'
import type { EnrolmentFacts } from './facts.ts'
import { loadEnrolment } from './load-enrolment.ts'
import { openDocument } from './person-document.ts'
import { proposedLogin } from './proposed-login.ts'
import { shownRequest } from './shown-request.ts'
import { enrolmentLife, keepers } from './states.ts'

/** Everything the account administrator's page of one request shows. Errors: absent. */
export async function showEnrolment(
  visit: Visit,
  id: string,
): Promise<z.input<typeof enrolmentDoor.reply>> {
  const { house, actor } = visit
  const now = house.clock.now()
  const ctx = { actor, now, today: todayInBeijing(now) }
  const facts = await forKeeper(visit, id)
  const branches = await branchChoices(house.db, ctx.today)
  const area = facts.areas.find((a) => a.code === facts.form.area)
  const fixed = branchOf(branches, facts.branchId)
  return {
    ...(await shownRequest(house.db, facts, now, true)),
    acts: canDo(enrolmentLife, keeperActs, facts, ctx),
    filedAt: facts.filedAt?.toISOString() ?? null,
    branch: fixed ?? branchOf(branches, area?.branchId ?? null),
    branchProposed: fixed === null,
    branches,
    areaName: area?.name ?? null,
    proposedLogin: await proposedLogin(house.db, facts),
    warnings: facts.subject.status === 'filed' ? approvable(facts) : [],
    alike: await alikeTo(house.db, facts),
    account: facts.account && { id: facts.account.id, status: facts.account.status },
    unitId: facts.unitId,
  }
}

const branchOf = (branches: readonly BranchChoice[], id: string | null) =>
  branches.find((b) => b.id === id) ?? null

/** The request as an account administrator may look at it. Errors: absent. */
async function forKeeper({ house, actor }: Visit, id: string): Promise<EnrolmentFacts> {
  const today = todayInBeijing(house.clock.now())
  const facts = await loadEnrolment(house.db, id, { actor, today })
  if (!facts || facts.number === null || !within(reachOf(actor, keepers), facts.subject))
    throw absent()
  return facts
}

/**
 * S2-125 the whole number of a person's document, to compare with the copy. That somebody looked is an event
 * of the ledger (个人信息保护法 51). Errors: absent; a refusal when no number is kept.
 */
export async function lookAtDocument(
  visit: Visit,
  id: string,
): Promise<z.input<typeof documentDoor.reply>> {
  const { house, actor, requestId } = visit
  const { document, identity, unitId } = await forKeeper(visit, id)
  if (!document?.sealed || identity === null)
    throw new Refused('refused', [
      reason(
        null,
        'no-number',
        '这份申请没有保存证件全号：没有填写、没有通过核对，或办结后已经清除。',
      ),
    ])
  await house.db.transaction().execute((tx) =>
    appendEvent(tx, {
      id: newId(),
      at: house.clock.now(),
      actor,
      act: 'enrolment.look-document',
      subject: { kind: 'enrolment', id },
      unitId,
      body: { requestId },
    }),
  )
  return { number: await openDocument(house, document, identity) }
}
