import type { FastifyZodOpenApiSchema } from 'fastify-zod-openapi'
import { z } from 'zod'
import { roles } from '#frame/people/roles.ts'
import type { Knockers } from './door.ts'
import type { Route } from './open.ts'
import { problemSchema } from './problem.ts'

// One entry of the document's components instead of a copy at each door.
const problem = problemSchema.meta({ id: 'Problem' })

// Loose: the other headers of the request stay as they are.
const once = z.looseObject({
  'idempotency-key': z
    .string()
    .optional()
    .meta({ description: '8 到 100 个可见英文字符；同一请求重复发送只生效一次，答复相同。' }),
})

/** Who may knock at a door, in Chinese. */
export function knockerWords(who: Knockers): string {
  if (who === 'public') return '公开，不必登录'
  if (who === 'signed-in') return '登录后均可'
  return who.map((role) => roles[role].zh).join('、')
}

/** What the server checks of a request by, and what the OpenAPI document says of the door. */
export function describeDoor({ door, act }: Route): FastifyZodOpenApiSchema {
  const { params, query, body } = door
  return {
    tags: [door.tag],
    summary: `${door.summary.zh} / ${door.summary.en}`,
    description: `办理人：${knockerWords(door.who)}`,
    operationId: door.permission,
    ...(params ? { params } : {}),
    ...(query ? { querystring: query } : {}),
    ...(body ? { body } : {}),
    ...(act === null ? {} : { headers: once }),
    response: {
      200: door.reply,
      '4XX': {
        description: '不能办理，附全部理由',
        content: { 'application/problem+json': { schema: problem } },
      },
    },
  } as FastifyZodOpenApiSchema
}
