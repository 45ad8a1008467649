import fc from 'fast-check'
import { z } from 'zod'

/** The part of JSON Schema that zod writes. */
interface Schema {
  type?: string
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  items?: Schema | boolean
  prefixItems?: Schema[]
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  exclusiveMaximum?: number
  pattern?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}

/** Values worth trying where a kind of thing is asked for: ids and codes that exist. */
export interface KnownValues {
  uuids: readonly string[]
  codes: readonly string[]
}

/**
 * Values that a schema accepts, as they travel: random, at the edges, and with what is known to exist.
 * In: a schema of a door.
 */
export function acceptedBy(schema: z.core.$ZodType, known: KnownValues): fc.Arbitrary<unknown> {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' })
  return valueOf(json as Schema, known)
}

/** Texts that have broken programs before. */
const hostile = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  "'; drop table unit; --",
  '<img src=x onerror=alert(1)>',
  '=1+1',
  '../../etc/passwd',
  '%00%2e%2e',
  '{{7*7}}',
  '__proto__',
  '特殊物品',
  '𠮷\u{1F9EA}',
  '\u202Ertl',
  '-1',
  '9007199254740993',
  '1e309',
  'NaN',
  '2026-02-30',
]

const text = (schema: Schema, known: KnownValues) => {
  const most = Math.min(schema.maxLength ?? 40, 400)
  const least = schema.minLength ?? 0
  return fc
    .oneof(
      fc.string({ minLength: least, maxLength: Math.max(most, least), unit: 'grapheme' }),
      fc.constantFrom(...hostile),
      ...(known.codes.length > 0 ? [fc.constantFrom(...known.codes)] : []),
    )
    .map((s) => (s.length < least ? s.padEnd(least, 'x') : s.slice(0, schema.maxLength)))
}

function stringOf(schema: Schema, known: KnownValues): fc.Arbitrary<unknown> {
  if (schema.format === 'uuid')
    return known.uuids.length > 0
      ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known.uuids) }, fc.uuid())
      : fc.uuid()
  if (schema.format === 'date')
    return fc
      .date({
        min: new Date('0001-01-01'),
        max: new Date('9999-12-31'),
        noInvalidDate: true,
      })
      .map((d) => d.toISOString().slice(0, 10))
  if (schema.format === 'date-time')
    return fc
      .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((d) => d.toISOString())
  if (schema.format === 'email') return fc.constant('fuzz@example.cn')
  if (schema.pattern) {
    const pattern = new RegExp(schema.pattern)
    return fc.stringMatching(pattern).filter((s) => s.length <= (schema.maxLength ?? 400))
  }
  return text(schema, known)
}

function numberOf(schema: Schema): fc.Arbitrary<unknown> {
  const min = Math.ceil(schema.minimum ?? (schema.exclusiveMinimum ?? -2_147_483_650) + 1)
  const max = Math.floor(schema.maximum ?? (schema.exclusiveMaximum ?? 9_007_199_254_740_992) - 1)
  const edges = [min, max, 0, 1, 2_147_483_648].filter((n) => n >= min && n <= max)
  return fc.oneof(fc.constantFrom(...edges), fc.integer({ min, max: Math.min(max, min + 5000) }))
}

function valueOf(schema: Schema, known: KnownValues): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((one) => valueOf(one, known)))
  if (schema.allOf) return valueOf(Object.assign({}, ...schema.allOf) as Schema, known)
  switch (schema.type) {
    case 'object':
      return objectOf(schema, known)
    case 'array':
      return listOf(schema, known)
    case 'string':
      return stringOf(schema, known)
    case 'integer':
      return numberOf(schema)
    case 'number':
      return numberOf(schema)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

function objectOf(schema: Schema, known: KnownValues): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {})
  const fields = properties.map(([name, inner]) => [name, valueOf(inner, known)] as const)
  const required = (schema.required ?? []).filter((name) => name in (schema.properties ?? {}))
  if (fields.length === 0 && typeof schema.additionalProperties === 'object')
    return fc.dictionary(
      fc.string({ maxLength: 12 }),
      valueOf(schema.additionalProperties, known),
      {
        maxKeys: 3,
      },
    )
  return fc.record(Object.fromEntries(fields), { requiredKeys: required })
}

function listOf(schema: Schema, known: KnownValues): fc.Arbitrary<unknown> {
  if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map((one) => valueOf(one, known)))
  const item = typeof schema.items === 'object' ? valueOf(schema.items, known) : fc.jsonValue()
  return fc.array(item, {
    minLength: schema.minItems ?? 0,
    maxLength: Math.min(schema.maxItems ?? 4, Math.max(4, schema.minItems ?? 0)),
  })
}

/** One thing of a value made wrong: a field of another kind, left out, or doubled into a list. */
export function spoiled(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fc.jsonValue()
  const names = Object.keys(value)
  if (names.length === 0) return fc.jsonValue()
  return fc
    .tuple(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 1 }), fc.nat(2))
    .map(([name, other, how]) => {
      const copy: Record<string, unknown> = { ...value }
      if (how === 0) delete copy[name]
      else copy[name] = how === 1 ? other : [copy[name], copy[name]]
      return copy
    })
}
