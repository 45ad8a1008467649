import type { FastifyInstance } from 'fastify'
import type { House } from '#frame/house.ts'
import type { Route } from './open.ts'

/** One part of the house (a room, or a piece of the frame) as the server takes it in. */
export interface HousePart {
  name: string
  routes: readonly Route[]
  /** Endpoints that are not plain doors (uploads, downloads, sign-in of the library). */
  plugin?(app: FastifyInstance, house: House): Promise<void>
  /** Loads the part's law and first rows; idempotent, never overwrites what an administrator set. */
  fill?(house: House): Promise<void>
  /** Work beside requests (workers, sequencer). Out: how to stop it. */
  start?(house: House): Promise<() => Promise<void>>
  /** Whether the part can do its work now; the sentence is shown at /readyz. */
  ready?(house: House): Promise<string | null>
}
