import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import pino, { type Logger } from 'pino'
import { readConfig, type Config } from '#frame/config.ts'
import { todayInBeijing } from '#frame/calendar/day.ts'
import type { House } from '#frame/house.ts'
import { buildApp } from '#frame/http/app.ts'
import type { Pace } from '#frame/http/pace.ts'
import type { HousePart } from '#frame/http/part.ts'
import { newId } from '#frame/kernel/id.ts'
import { openHouse } from '#frame/open-house.ts'
import { loadActor } from '#frame/people/load-actor.ts'
import type { Role } from '#frame/people/roles.ts'
import { houseParts } from '#rooms/house-parts.ts'
import { emptyHouse, furnishedAt, furnishedHouse } from './furnished.ts'

/** A house on a database of its own, with a clock that the test sets. */
export interface TestHouse {
  house: House
  app: FastifyInstance
  /** Sets the time of the house. In: an ISO instant with zone, e.g. '2026-09-18T09:00:00+08:00'. */
  setClock(instant: string): void
  /** Speaks HTTP as an account; null is the anonymous public. */
  as(accountId: string | null): Caller
  close(): Promise<void>
}

/** One person's HTTP. */
export interface Caller {
  get(url: string): Promise<LightMyRequestResponse>
  post(
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>
  put(
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>
  delete(url: string): Promise<LightMyRequestResponse>
}

/** What a test may choose. */
export interface TestHouseOptions {
  at?: string
  /** With the demonstration in it; the clock then stands at {@link furnishedAt} unless told. */
  furnished?: true
  parts?: readonly HousePart[]
  config?: Partial<Config>
  /** Where the log goes instead of nowhere. */
  log?: Logger
  /** How slow a sender may be. */
  pace?: Pace
}

/**
 * Opens a test house. The person is named by a header that only this harness understands; everything
 * else (doors, permissions, database, ledger) is the product's own.
 */
export async function testHouse(options: TestHouseOptions = {}): Promise<TestHouse> {
  const parts = options.parts ?? houseParts
  const scratch = options.furnished ? await furnishedHouse() : await emptyHouse()
  const { dataDir } = scratch
  let now = new Date(options.at ?? furnishedAt)
  const { house, close } = openHouse({
    config: {
      ...readConfig({ DATA_DIR: dataDir, PORT: '0' }),
      publicUrl: 'http://127.0.0.1:3000',
      ...options.config,
    },
    databaseUrl: scratch.url,
    clock: { now: () => now },
    log: options.log ?? pino({ level: process.env['TEST_LOG'] ?? 'silent' }),
    connections: 12,
  })
  for (const part of parts) await part.fill?.(house)
  const app = await buildApp(house, {
    parts,
    ...(options.pace ? { pace: options.pace } : {}),
    authenticate: async (request) => {
      const id = request.headers['x-test-account']
      return typeof id === 'string' ? loadActor(house.db, id, todayInBeijing(now)) : null
    },
  })
  await app.ready()
  return {
    house,
    app,
    setClock: (instant) => void (now = new Date(instant)),
    as: (accountId) => callerOf(app, accountId),
    close: async () => {
      await app.close()
      await close()
      await scratch.drop()
    },
  }
}

function callerOf(app: FastifyInstance, accountId: string | null): Caller {
  const base: Record<string, string> = {
    'x-lianguan': '1',
    'sec-fetch-site': 'same-origin',
    ...(accountId ? { 'x-test-account': accountId } : {}),
  }
  const send = (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
    headers = {},
  ) => {
    const request: InjectOptions = { method, url, headers: { ...base, ...headers } }
    if (body !== undefined) request.payload = body as NonNullable<InjectOptions['payload']>
    return app.inject(request)
  }
  return {
    get: (url) => send('GET', url),
    post: (url, body, headers) => send('POST', url, body ?? {}, headers),
    put: (url, body, headers) => send('PUT', url, body ?? {}, headers),
    delete: (url) => send('DELETE', url),
  }
}

/** Where a test person's role reaches. */
export interface PersonScope {
  unitId?: string
  branchId?: string
  agencyId?: string
}

/** Adds an active person with one role straight into the database. Out: the account's id. */
export async function addPerson(
  house: House,
  role: Role,
  scope: PersonScope = {},
): Promise<string> {
  const id = newId()
  const now = house.clock.now()
  await house.db
    .insertInto('account')
    .values({
      id,
      login: `t-${id.slice(-12)}`,
      name: `测试${id.slice(-4)}`,
      mailbox: `${id.slice(-12)}@example.cn`,
      status: 'active',
      created_at: now,
    })
    .execute()
  await addGrant(house, id, role, scope)
  return id
}

/** Adds another role to a person, valid from today. */
export async function addGrant(
  house: House,
  accountId: string,
  role: Role,
  scope: PersonScope = {},
): Promise<void> {
  const now = house.clock.now()
  await house.db
    .insertInto('role_grant')
    .values({
      id: newId(),
      account_id: accountId,
      role,
      unit_id: scope.unitId ?? null,
      branch_id: scope.branchId ?? null,
      agency_id: scope.agencyId ?? null,
      valid_from: todayInBeijing(now),
      valid_to: null,
      created_at: now,
    })
    .execute()
}
