import fastifySwagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { fastifyZodOpenApiTransformers } from 'fastify-zod-openapi'
import { addDocsPage } from './docs-page.ts'

/** OpenAPI 3.1 of every door at /api/openapi.json, and its page at /api/docs. */
export async function addOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '联管 Lianguan',
        version: '0.1.0',
        description:
          '特殊物品卫生检疫审批与高风险特殊物品联合监管。错误一律为 application/problem+json；写操作可带 Idempotency-Key，重复请求只生效一次。',
      },
    },
    ...fastifyZodOpenApiTransformers,
  })
  addDocsPage(app)
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
