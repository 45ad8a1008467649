import { z } from 'zod'

type Schema = z.core.$ZodType
type Json = Record<string, unknown>

/** Values for keys of a name, before anything is made up. */
export type Hints = Readonly<Record<string, unknown>>

/**
 * A small value that a schema takes, for tests that must get past the form to what stands behind it.
 * In: the schema, and values for keys by name. Out: undefined when the schema wants nothing.
 */
export function sampleOf(schema: Schema | undefined, hints: Hints): unknown {
  if (!schema) return undefined
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json
  return make(json, hints, json)
}

function make(at: Json, hints: Hints, whole: Json): unknown {
  if (typeof at['$ref'] === 'string') return make(refOf(at['$ref'], whole), hints, whole)
  if ('const' in at) return at['const']
  if (Array.isArray(at['enum'])) return (at['enum'] as unknown[])[0]
  const choice = (at['anyOf'] ?? at['oneOf']) as Json[] | undefined
  if (choice) return make(choice[0]!, hints, whole)
  switch (at['type']) {
    case 'object':
      return makeObject(at, hints, whole)
    case 'array':
      return Array.from({ length: Number(at['minItems'] ?? 0) }, () =>
        make(at['items'] as Json, hints, whole),
      )
    case 'integer':
    case 'number':
      return Math.max(1, Number(at['minimum'] ?? 1), Number(at['exclusiveMinimum'] ?? 0) + 1)
    case 'boolean':
      return false
    case 'string':
      return makeText(at)
    default:
      return null
  }
}

function makeObject(at: Json, hints: Hints, whole: Json): Json {
  const properties = (at['properties'] ?? {}) as Record<string, Json>
  const required = new Set((at['required'] ?? []) as string[])
  const made: Json = {}
  for (const [key, property] of Object.entries(properties)) {
    if (key in hints) made[key] = hints[key]
    else if (required.has(key)) made[key] = make(property, hints, whole)
  }
  return made
}

function makeText(at: Json): string {
  if (at['format'] === 'uuid') return '019aaaaa-0000-7000-8000-000000000000'
  if (at['format'] === 'email') return 'somebody@example.cn'
  if (at['format'] === 'date') return '2026-11-24'
  const pattern = typeof at['pattern'] === 'string' ? at['pattern'] : ''
  if (pattern.includes('{64}')) return 'a'.repeat(64)
  const least = Number(at['minLength'] ?? 0)
  return '测试用文字'.padEnd(least, '字')
}

function refOf(ref: string, whole: Json): Json {
  let here: unknown = whole
  for (const part of ref.replace(/^#\/?/, '').split('/').filter(Boolean))
    here = (here as Json)[part]
  return here as Json
}
