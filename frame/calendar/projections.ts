import type { House } from '#frame/house.ts'

/** Days that a room reckoned with the calendar and keeps, besides its clocks. */
export interface Projection {
  /** Name of what is reckoned, as `room.what`. */
  name: string
  /** Reckons all of them again with the calendar of now. Safe to repeat: what has not moved stays untouched. */
  run(house: House, signal: AbortSignal): Promise<void>
}

const register = new Map<string, Projection>()

/** Declares days to be reckoned again after every change of the calendar. Errors: throws when declared twice. */
export function defineProjection(projection: Projection): Projection {
  if (register.has(projection.name))
    throw new Error(`projection ${projection.name} is defined twice`)
  register.set(projection.name, projection)
  return projection
}

/** Everything declared, in the order of its declaration. */
export const allProjections = (): Projection[] => [...register.values()]
