import type { Role } from './roles.ts'

/** A role held now, and how far it reaches. Ids not belonging to the role's scope are null. */
export interface Grant {
  role: Role
  unitId: string | null
  branchId: string | null
  agencyId: string | null
  /** Set when the grant is used as deputy for an absent colleague. */
  deputyFor?: string | null
}

/** Who acts: a person with the roles valid at this moment, the system itself, or the anonymous public. */
export interface Actor {
  kind: 'person' | 'system' | 'public'
  accountId: string | null
  name: string
  grants: readonly Grant[]
}

/** Nobody signed in. */
export const publicActor: Actor = { kind: 'public', accountId: null, name: '公众', grants: [] }

/** The system itself: jobs and clocks. It passes permission checks and is named as such in the ledger. */
export const systemActor: Actor = { kind: 'system', accountId: null, name: '系统', grants: [] }
