import type { Database, Tx } from '#frame/db/connect.ts'
import type { SaveContext } from '#frame/kernel/act.ts'
import type { Role } from '../roles.ts'

/** Something that is held, as it stands when somebody wants to hand it over. */
export interface HeldStand {
  /** What people call it by, such as its number. */
  label: string
  /** The page it opens, from the root of the site. */
  path: string
  /** Whether the role still has something to do in it. */
  ahead(role: Role): boolean
  /** Accounts that may not do the part of a role, because they did an earlier one (four eyes). */
  barred(role: Role): readonly string[]
}

/** What was handed over, from whom to whom, and why. */
export interface HandedOver {
  unitId: string
  id: string
  role: Role
  from: string
  to: string
  reason: string
}

/** What handing over must know of a kind of subject; each room whose acts call `takeTask` declares its own. */
export interface HeldKind {
  kind: string
  /** The subject as it stands, locked for an act or only read; null when there is none. */
  look(
    db: Tx | Database,
    at: { unitId: string; id: string },
    lock: boolean,
  ): Promise<HeldStand | null>
  /** Writes the hand-over into the subject's own history. */
  note(tx: Tx, handed: HandedOver, ctx: SaveContext): Promise<void>
}

const register = new Map<string, HeldKind>()

/** Declares a kind of subject that people hold. Errors: throws when the kind is declared twice. */
export function defineHeldKind(held: HeldKind): void {
  if (register.has(held.kind)) throw new Error(`held kind ${held.kind} is defined twice`)
  register.set(held.kind, held)
}

/** The kind as its room declared it; undefined for one that no room has declared. */
export function heldKind(kind: string): HeldKind | undefined {
  return register.get(kind)
}
