/** The parts of a JSON schema that the page of the endpoints shows. */
export interface ShownSchema {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, ShownSchema>
  required?: string[]
  additionalProperties?: boolean | ShownSchema
  items?: ShownSchema
  anyOf?: ShownSchema[]
  oneOf?: ShownSchema[]
  default?: unknown
  description?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  minItems?: number
  maxItems?: number
}

/** One line of a form or a reply: how deep it lies, its name, what it is. */
export interface SchemaLine {
  depth: number
  name: string
  required: boolean
  kind: string
  note: string
}

const kinds: Record<string, string> = {
  string: '文字',
  integer: '整数',
  number: '数字',
  boolean: '是／否',
  array: '列表',
  object: '一组内容',
  null: '空',
}
const formats: Record<string, string> = {
  uuid: '编号',
  date: '日期',
  'date-time': '时刻',
  email: '邮箱',
  uri: '网址',
  binary: '文件',
}

const deepest = 6

/** A schema as lines, nested parts indented. In: how a `$ref` is looked up. */
export function linesOf(
  schema: ShownSchema,
  find: (ref: string) => ShownSchema,
  depth = 0,
): SchemaLine[] {
  const whole = inner(schema, find)
  if (!whole.properties) return []
  return Object.entries(whole.properties).flatMap(([name, raw]) => {
    const part = schemaAt(raw, find)
    const required = whole.required?.includes(name) ?? false
    const line = { depth, name, required, kind: kindOf(part, find), note: noteOf(part, find) }
    return depth >= deepest ? [line] : [line, ...linesOf(part, find, depth + 1)]
  })
}

const schemaAt = (schema: ShownSchema, find: (ref: string) => ShownSchema) =>
  schema.$ref === undefined ? schema : find(schema.$ref)

/** What carries the properties: the thing itself, one of a list, or the one that is not null. */
function inner(schema: ShownSchema, find: (ref: string) => ShownSchema): ShownSchema {
  const here = schemaAt(schema, find)
  if (here.properties) return here
  if (here.items) return inner(here.items, find)
  const choices = here.anyOf ?? here.oneOf ?? []
  const whole = choices.map((c) => inner(c, find)).find((c) => c.properties)
  if (whole) return whole
  return typeof here.additionalProperties === 'object'
    ? inner(here.additionalProperties, find)
    : here
}

/** What a value is, in a few Chinese words. */
export function kindOf(schema: ShownSchema, find: (ref: string) => ShownSchema): string {
  const here = schemaAt(schema, find)
  const choices = here.anyOf ?? here.oneOf
  if (choices) return [...new Set(choices.map((c) => kindOf(c, find)))].join('或')
  if (here.const !== undefined) return `固定为 ${JSON.stringify(here.const)}`
  if (here.format && formats[here.format]) return formats[here.format]!
  const types = [here.type ?? (here.properties ? 'object' : '任意')].flat()
  const words = types.map((t) => kinds[t] ?? t).join('或')
  return here.items ? `${words}（${kindOf(here.items, find)}）` : words
}

function noteOf(schema: ShownSchema, find: (ref: string) => ShownSchema): string {
  const here = schemaAt(schema, find)
  const choices = here.enum ?? here.items?.enum
  const notes = [
    here.description,
    choices && `取值：${choices.map(String).join('、')}`,
    here.default !== undefined && `默认 ${JSON.stringify(here.default)}`,
    bounds(here.minLength, here.maxLength, '字'),
    bounds(here.minItems, here.maxItems, '项'),
    bounds(here.minimum ?? above(here.exclusiveMinimum), here.maximum, ''),
  ]
  return notes.filter(Boolean).join('；')
}

const above = (limit: number | undefined) => (limit === undefined ? undefined : limit + 1)

// The bounds of exact integers are the format's own and say nothing.
const telling = (n: number | undefined): n is number =>
  n !== undefined && Number.isSafeInteger(n) && Math.abs(n) < Number.MAX_SAFE_INTEGER

function bounds(least: number | undefined, most: number | undefined, unit: string): string {
  const parts = []
  if (telling(least) && !(least === 0 && unit !== '')) parts.push(`至少 ${least} ${unit}`.trim())
  if (telling(most)) parts.push(`最多 ${most} ${unit}`.trim())
  return parts.join('，')
}
