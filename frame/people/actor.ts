import type { Role } from './roles.ts'

/** A role held now, and how far it reaches. Ids not belonging to the role's scope are null. */
export interface Grant {
  role: Role
  unitId: string | null
  branchId: string | null
  agencyId: string | null
  /** The one case an expert or third party is invited to. */
  subjectId?: string | null
  /** Account of the absent colleague when the grant is used as his deputy. */
  deputyFor?: string | null
}

/** Who acts: a person with the roles valid at this moment, the system itself, or the anonymous public. */
export interface Actor {
  kind: 'person' | 'system' | 'public'
  accountId: string | null
  name: string
  grants: readonly Grant[]
  /** The one subject whose key was shown (role `key-holder`), with or without being signed in. */
  visiting?: string
}

/** Nobody signed in. */
export const publicActor: Actor = { kind: 'public', accountId: null, name: '公众', grants: [] }

/** The system itself: jobs and clocks. It passes permission checks and is named as such in the ledger. */
export const systemActor: Actor = { kind: 'system', accountId: null, name: '系统', grants: [] }

/**
 * Four eyes: whether this actor is the very person of an earlier step. A deputy acts in his own name, so
 * whom he stands in for changes nothing. In: the account recorded at the earlier step.
 */
export function isSamePerson(actor: Actor, accountId: string | null): boolean {
  return actor.accountId !== null && actor.accountId === accountId
}
