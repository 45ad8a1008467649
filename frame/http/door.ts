import type { z } from 'zod'
import type { Words } from '#frame/kernel/lifecycle.ts'
import type { Role } from '#frame/people/roles.ts'

// Constrained by the core type: with the full class, type-checking takes ten times as long.
type Schema = z.core.$ZodType

/** Who may knock: everybody, anybody signed in, or holders of any of these roles. */
export type Knockers = 'public' | 'signed-in' | readonly Role[]

/**
 * One endpoint as data. It serves the server, the web client, the OpenAPI document and the checks.
 * `permission` is unique: one permission per endpoint. Which rows a permitted person reaches is decided
 * where the rows are read, by the same reach.
 */
export interface Door<
  P extends Schema = Schema,
  Q extends Schema = Schema,
  B extends Schema = Schema,
  R extends Schema = Schema,
> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With `:name` for parameters. */
  path: string
  permission: string
  who: Knockers
  tag: string
  summary: Words
  params?: P
  query?: Q
  body?: B
  reply: R
}

/** Declares a door; only fixes the types. */
export function door<P extends Schema, Q extends Schema, B extends Schema, R extends Schema>(
  definition: Door<P, Q, B, R>,
): Door<P, Q, B, R> {
  return definition
}

/** What comes in through a door, parsed. */
export interface Knock<P extends Schema, Q extends Schema, B extends Schema> {
  params: z.output<P>
  query: z.output<Q>
  body: z.output<B>
}
