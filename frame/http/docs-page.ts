import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { kindOf, linesOf, type SchemaLine, type ShownSchema } from './docs-schema.ts'

/** The parts of the OpenAPI document that the page shows. */
export interface ShownDocument {
  info: { title: string; description?: string }
  paths: Record<string, Record<string, Operation>>
  components?: { schemas?: Record<string, ShownSchema> }
}

interface Operation {
  operationId?: string
  summary?: string
  description?: string
  tags?: string[]
  parameters?: { name: string; in: string; required?: boolean; schema?: ShownSchema }[]
  requestBody?: { content?: Record<string, { schema?: ShownSchema }> }
  responses?: Record<string, { content?: Record<string, { schema?: ShownSchema }> }>
}

/** Parts of the frame name their group by a code; rooms by their own words. */
const groups: Record<string, string> = {
  account: '我的账号',
  calendar: '工作日历与期限',
  files: '材料文件',
  jobs: '后台任务',
  notify: '消息',
  people: '人员与岗位',
  'sign-in': '登录',
}

/** /api/docs: every endpoint for a person to read, made by the server without script or network. */
export function addDocsPage(app: FastifyInstance): void {
  const style = readFileSync(path.join(import.meta.dirname, 'docs-page.css'), 'utf8')
  let page: string | undefined
  app.get('/api/docs', { schema: { hide: true } }, async (_request, reply) => {
    page ??= docsPage(app.swagger() as unknown as ShownDocument, style)
    return reply.type('text/html; charset=utf-8').send(page)
  })
}

/** The page. In: the OpenAPI document and the style sheet. Out: HTML in which every text is escaped. */
export function docsPage(document: ShownDocument, style: string): string {
  const operations = Object.entries(document.paths).flatMap(([at, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ at, method, operation })),
  )
  const byGroup = Map.groupBy(operations, ({ operation }) => {
    const tag = operation.tags?.[0] ?? ''
    return groups[tag] ?? tag
  })
  const named = [...byGroup].toSorted(([a], [b]) => a.localeCompare(b, 'zh'))
  const find = (ref: string) => document.components?.schemas?.[ref.split('/').at(-1) ?? ''] ?? {}
  const contents = named.map(
    ([group, list], i) =>
      `<li><a href="#g${i}">${text(group)}</a> <span>${list.length}</span></li>`,
  )
  const sections = named.map(
    ([group, list], i) =>
      `<section id="g${i}"><h2>${text(group)}</h2>${list.map((o) => shown(o, find)).join('')}</section>`,
  )
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text(document.info.title)} 接口</title><style>${style}</style></head>
<body><nav aria-label="目录"><h1>${text(document.info.title)} 接口</h1><ul>${contents.join('')}</ul>
<p><a href="/api/openapi.json">OpenAPI 3.1 文档</a></p></nav>
<main><p class="lead">${text(document.info.description ?? '')}</p>
<p class="lead">共 ${operations.length} 个接口。点开一行可见填写内容和答复；带 <b>*</b> 的必填。</p>
${sections.join('\n')}</main></body></html>`
}

function shown(
  { at, method, operation }: { at: string; method: string; operation: Operation },
  find: (ref: string) => ShownSchema,
): string {
  const [zh = '', en = ''] = (operation.summary ?? '').split(' / ')
  const form = bodyOf(operation.requestBody?.content)
  const reply = bodyOf(operation.responses?.['200']?.content)
  const parameters = (operation.parameters ?? []).map((p): SchemaLine & { place: string } => ({
    depth: 0,
    name: p.name,
    required: p.required ?? false,
    kind: kindOf(p.schema ?? {}, find),
    note: linesOf({ properties: { x: p.schema ?? {} } }, find)[0]?.note ?? '',
    place: places[p.in] ?? p.in,
  }))
  return `<details id="${text(operation.operationId ?? at)}"><summary><code class="${method}">${method.toUpperCase()}</code> <code>${text(at)}</code> <b>${text(zh)}</b> <i lang="en">${text(en)}</i></summary>
<p>${text(operation.description ?? '')}</p>${table(
    '地址和标头',
    parameters.map((p) => ({ ...p, name: `${p.name}（${p.place}）` })),
  )}${part('填写内容', form, find)}${part('答复', reply, find)}</details>`
}

const places: Record<string, string> = { path: '地址', query: '查询', header: '标头' }

const bodyOf = (content: Record<string, { schema?: ShownSchema }> | undefined) =>
  Object.values(content ?? {})[0]?.schema

function part(
  title: string,
  schema: ShownSchema | undefined,
  find: (ref: string) => ShownSchema,
): string {
  if (!schema) return ''
  const lines = linesOf(schema, find)
  return lines.length > 0
    ? table(title, lines)
    : `<h3>${title}</h3><p>${text(kindOf(schema, find))}</p>`
}

function table(title: string, lines: readonly SchemaLine[]): string {
  if (lines.length === 0) return ''
  const rows = lines.map(
    (l) =>
      `<tr><td class="d${l.depth}"><code>${text(l.name)}</code>${l.required ? '<b>*</b>' : ''}</td><td>${text(l.kind)}</td><td>${text(l.note)}</td></tr>`,
  )
  return `<h3>${title}</h3><table><thead><tr><th>名称</th><th>内容</th><th>说明</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as HTML shows it. */
function text(raw: string): string {
  return raw.replaceAll(/[&<>"]/g, (c) => marks[c]!)
}
