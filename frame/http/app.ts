import { randomUUID } from 'node:crypto'
import fastifyHelmet from '@fastify/helmet'
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import {
  createSerializerCompiler,
  fastifyZodOpenApiPlugin,
  validatorCompiler,
} from 'fastify-zod-openapi'
import type { House } from '#frame/house.ts'
import { reason, Refused } from '#frame/kernel/reason.ts'
import { publicActor, type Actor } from '#frame/people/actor.ts'
import { showingKey } from '#frame/people/key-holders.ts'
import { holdsAny } from '#frame/people/policy.ts'
import { addForgeryCheck } from '#frame/people/sign-in/forgery.ts'
import { describeDoor } from './describe.ts'
import type { Knockers } from './door.ts'
import { faultForLog } from './fault-log.ts'
import { addHealth } from './health.ts'
import { sayWrongInputInChinese } from './input-words.ts'
import { addMetrics } from './metrics.ts'
import { addOpenApi } from './openapi.ts'
import type { Route } from './open.ts'
import { addPace, housePace, paceOptions, type Pace } from './pace.ts'
import type { HousePart } from './part.ts'
import { addWeb, opensPage, sendPage } from './web.ts'
import { faultProblem, problemOf, refusalOf } from './problem.ts'
import { idemKeyOf, refuseUnstorable } from './storable.ts'

/** How a request is turned into somebody; null when nobody is signed in. */
export type Authenticate = (request: FastifyRequest) => Promise<Actor | null>

/** What the server is made of. */
export interface AppParts {
  parts: readonly HousePart[]
  authenticate: Authenticate
  /** How slow a sender may be; tests make it short. */
  pace?: Pace
}

/**
 * Builds the server: doors of all parts, errors as problem+json, request ids, logs without personal
 * data, metrics, health and the OpenAPI document. It does not listen yet.
 */
export async function buildApp(
  house: House,
  { parts, authenticate, pace = housePace }: AppParts,
): Promise<FastifyInstance> {
  // the server's own type of a log is wider than pino's, and its routes are typed by it
  const log: FastifyBaseLogger = house.log
  sayWrongInputInChinese()
  const app: FastifyInstance = Fastify({
    loggerInstance: log,
    // each answer is logged once, by addLog, without the address
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: house.config.trustedProxies.length > 0 ? house.config.trustedProxies : false,
    bodyLimit: 4 * 1024 * 1024,
    ...paceOptions(pace),
    routerOptions: { maxParamLength: 200 },
    // What the router cannot read never reaches the hooks: it is answered like everything else, here.
    frameworkErrors: (error, request, reply) => void sendProblem(error, request, reply),
  })
  app.setValidatorCompiler(validatorCompiler)
  // The door's reply schema lets through only what it names; compiling a writer for each would delay every start.
  app.setSerializerCompiler(createSerializerCompiler({ stringify: JSON.stringify }))
  await app.register(fastifyZodOpenApiPlugin)
  await app.register(fastifyHelmet, headers(house))
  addPace(app, pace)
  addLog(app)
  addErrors(app)
  addForgeryCheck(app, house)
  await addOpenApi(app)
  addMetrics(app, house)
  addHealth(app, house, parts)
  await addWeb(app)
  for (const part of parts) await part.plugin?.(app, house)
  for (const part of parts)
    for (const route of part.routes) addRoute(app, house, route, authenticate)
  return app
}

function headers(house: House) {
  const secure = house.config.publicUrl.startsWith('https:')
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // antd writes its style rules at run time
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' as const },
    crossOriginEmbedderPolicy: false,
  }
}

// The route's pattern is logged, never the address: a search may hold a name, a link a token.
function addLog(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })
}

function addErrors(app: FastifyInstance): void {
  app.setErrorHandler(async (error: Error, request, reply) => sendProblem(error, request, reply))
  app.setNotFoundHandler(async (request, reply) => {
    if (opensPage(request) && app.hasReplyDecorator('sendFile')) return sendPage(reply)
    throw new Refused('absent', [
      reason(null, 'no-such-address', '没有这个地址。请检查链接是否完整。'),
    ])
  })
}

function sendProblem(error: Error, request: FastifyRequest, reply: FastifyReply) {
  const refused = refusalOf(error)
  if (!refused) request.log.error({ err: faultForLog(error) }, 'fault')
  if (refused?.retryAfterSeconds) reply.header('retry-after', refused.retryAfterSeconds)
  const problem = refused ? problemOf(refused, request.id) : faultProblem(request.id)
  // The serializer of the door's reply must not touch a problem.
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('x-content-type-options', 'nosniff')
    .serializer((p: unknown) => JSON.stringify(p))
    .send(problem)
}

function addRoute(app: FastifyInstance, house: House, route: Route, authenticate: Authenticate) {
  const { door } = route
  app.route({
    method: door.method,
    url: door.path,
    schema: describeDoor(route),
    // Who knocks is asked before the body is read, so that a stranger learns nothing from its errors.
    onRequest: async (request) => {
      const actor = await showingKey(house, request, door.who, await authenticate(request))
      admit(door.who, actor)
      request.actor = actor ?? publicActor
    },
    handler: async (request, reply) => {
      refuseUnstorable(request.params, request.query, request.body)
      const visit = {
        house,
        actor: request.actor,
        requestId: request.id,
        idemKey: idemKeyOf(request.headers['idempotency-key']),
        request,
        reply,
      }
      return route.handle(visit, {
        params: request.params,
        query: request.query,
        body: request.body,
      })
    },
  })
}

/** Lets in or refuses by the door's own permission. Errors: {@link Refused}. */
export function admit(who: Knockers, actor: Actor | null): void {
  if (who === 'public') return
  if (!actor)
    throw new Refused('unauthenticated', [
      reason(null, 'sign-in', '您还没有登录，或登录已超时。请重新登录，已填写的内容不会丢失。'),
    ])
  if (who === 'signed-in' || holdsAny(actor, who)) return
  throw new Refused('forbidden', [
    reason(null, 'no-role', '您的岗位不办理这项业务。如需办理，请向安全管理员申请相应岗位。'),
  ])
}

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor
  }
}
