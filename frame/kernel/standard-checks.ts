import { holdsAny, reachOf, within } from '#frame/people/policy.ts'
import { roles } from '#frame/people/roles.ts'
import type { Actor } from '#frame/people/actor.ts'
import type { Facts, Subject } from './act.ts'
import type { Lifecycle, Move } from './lifecycle.ts'
import { reason, type Reason } from './reason.ts'

/** Who may: reasons why this actor may not do this move on this subject, empty when he may. */
export function permissionReasons(move: Move, facts: Facts, actor: Actor): Reason[] {
  const owner = facts.subject ?? facts.owner
  const may = owner ? within(reachOf(actor, move.who), owner) : holdsAny(actor, move.who)
  if (may) return []
  const names = move.who.length > 0 ? move.who.map((r) => roles[r].zh).join('、') : '系统自动'
  return [
    reason(
      null,
      'not-permitted',
      `“${move.title.zh}”由${names}办理，您现在的身份不能办理。如需办理，请联系相应岗位的同事。`,
    ),
  ]
}

/** Transition table: reasons why the subject's status does not allow this move. */
export function transitionReasons(
  life: Pick<Lifecycle, 'statuses'> | null,
  move: Move,
  subject: Subject | null,
): Reason[] {
  if (move.from === null || subject === null) return []
  if (move.from.includes(subject.status)) return []
  const word = (status: string) => life?.statuses[status]?.zh ?? status
  return [
    reason(
      move.duties[0] ?? null,
      'wrong-status',
      `现在的状态是“${word(subject.status)}”，只有“${move.from.map(word).join('”“')}”时才能${move.title.zh}。请刷新页面查看最新进展。`,
    ),
  ]
}

/** Version seen: a reason when somebody changed the subject since the person looked. */
export function staleReasons(subject: Subject | null, seen: number | undefined): Reason[] {
  if (!subject || seen === undefined || seen === subject.version) return []
  return [
    reason(
      null,
      'stale',
      `您打开之后，这件业务已被更新（您看到第 ${seen} 版，现为第 ${subject.version} 版）。您填写的内容仍在页面上，请刷新核对后再提交。`,
    ),
  ]
}
