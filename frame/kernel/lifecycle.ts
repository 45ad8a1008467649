import type { Role } from '#frame/people/roles.ts'

/** One word in Chinese and in English, side by side. */
export interface Words {
  zh: string
  en: string
}

/**
 * One row of a room's transition table: who may bring a subject from where to where by which act.
 * `from` null means the act creates the subject. An act that leaves the status as it is lists the same
 * statuses in `from` and `to`.
 */
export interface Move<S extends string = string> {
  act: string
  title: Words
  from: readonly S[] | null
  to: readonly S[]
  who: readonly Role[]
  /** Duties this transition carries, singly. */
  duties: readonly string[]
}

/** The whole life of one kind of subject: its statuses with their words and its transition table. */
export interface Lifecycle<S extends string = string> {
  subject: string
  title: Words
  statuses: Record<S, Words & { end?: boolean }>
  moves: readonly Move<S>[]
}

/**
 * Declares a lifecycle and checks its table once at load.
 * Errors: throws when a move is listed twice or names an unknown status.
 */
export function lifecycle<S extends string>(
  life: Omit<Lifecycle<S>, 'moves'> & { moves: readonly Move<NoInfer<S>>[] },
): Lifecycle<S> {
  const seen = new Set<string>()
  for (const move of life.moves) {
    if (seen.has(move.act)) throw new Error(`${life.subject}: ${move.act} is listed twice`)
    seen.add(move.act)
    for (const status of [...(move.from ?? []), ...move.to]) {
      if (!(status in life.statuses))
        throw new Error(`${life.subject}: ${move.act} names unknown ${status}`)
    }
  }
  return life
}

/** The row of the table for an act. Errors: throws when the lifecycle does not list it. */
export function moveOf<S extends string>(life: Lifecycle<S>, act: string): Move<S> {
  const move = life.moves.find((m) => m.act === act)
  if (!move) throw new Error(`${life.subject} has no act ${act}`)
  return move
}

/** The moves that can still come up from a status on, its own first. */
export function movesAhead<S extends string>(life: Lifecycle<S>, status: S): Move<S>[] {
  const ahead: Move<S>[] = []
  const reached = new Set<S>([status])
  // a set grows while it is walked: what is reached is looked from in turn
  for (const from of reached)
    for (const move of life.moves)
      if (move.from?.includes(from) && !ahead.includes(move)) {
        ahead.push(move)
        for (const to of move.to) reached.add(to)
      }
  return ahead
}
