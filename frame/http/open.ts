import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { House } from '#frame/house.ts'
import type { Act, ActReply, Facts } from '#frame/kernel/act.ts'
import type { Lifecycle } from '#frame/kernel/lifecycle.ts'
import { perform } from '#frame/kernel/perform.ts'
import type { Actor } from '#frame/people/actor.ts'
import type { Door, Knock } from './door.ts'

type Schema = z.core.$ZodType

/** Who asked and with what, as a read or an act gets it. */
export interface Visit {
  house: House
  actor: Actor
  requestId: string
  idemKey: string | undefined
  request: FastifyRequest
  reply: FastifyReply
}

/** A door with what happens behind it. */
export interface Route {
  door: Door
  /** The act behind it, for checks and generated documents; null for a read. */
  act: string | null
  handle(visit: Visit, knock: Knock<Schema, Schema, Schema>): Promise<unknown>
}

/** Opens a door to a read. In: the door and a function of visit and knock giving the door's reply. */
export function openRead<P extends Schema, Q extends Schema, B extends Schema, R extends Schema>(
  door: Door<P, Q, B, R>,
  read: (visit: Visit, knock: Knock<P, Q, B>) => Promise<z.input<R>>,
): Route {
  return {
    door,
    act: null,
    handle: (visit, knock) => read(visit, knock),
  }
}

/**
 * Opens a door to an act. In: the door, the act, its lifecycle, how the knock becomes its input, and what is
 * asked before it where the knock itself must prove something (the password once more).
 */
export function openAct<
  P extends Schema,
  Q extends Schema,
  B extends Schema,
  R extends Schema,
  F extends Facts,
  I,
  O,
  A extends ActReply & z.input<R>,
>(
  door: Door<P, Q, B, R>,
  act: Act<F, I, O, A>,
  life: Lifecycle,
  toInput: (knock: Knock<P, Q, B>) => unknown,
  before?: (visit: Visit, knock: Knock<P, Q, B>) => Promise<void>,
): Route {
  return {
    door,
    act: act.name,
    async handle(visit, given) {
      const knock = given as Knock<P, Q, B>
      await before?.(visit, knock)
      const { house, actor, requestId, idemKey } = visit
      const asked = { actor, requestId, ...(idemKey === undefined ? {} : { idemKey }) }
      return perform(house, act, toInput(knock), asked, life)
    },
  }
}
