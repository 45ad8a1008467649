import { z } from 'zod'
import { parseTilePath } from '#frame/ledger/tiles.ts'

/** Names of the two entries that close an archive. */
export const manifestName = 'manifest.json'
export const sumsName = 'SHA256SUMS'

const table = z.strictObject({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.int(),
  /** SHA-256 of the table's text as COPY wrote it. */
  sha256: z.string(),
})
export type DumpedTable = z.infer<typeof table>

const sequence = z.strictObject({
  schema: z.string(),
  name: z.string(),
  last: z.string(),
  called: z.boolean(),
})
export type DumpedSequence = z.infer<typeof sequence>

/** What an archive says of itself. Its own hash and those of all entries stand in SHA256SUMS. */
export const manifestForm = z.strictObject({
  format: z.literal('lianguan-backup'),
  version: z.literal(1),
  /** Instant of the database's snapshot. */
  at: z.iso.datetime({ offset: true }),
  product: z.string(),
  postgres: z.string(),
  /** Address of the house, for the person who finds the archive. */
  publicUrl: z.string(),
  /** The schema, by the migrations that made it. */
  migrations: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
  tables: z.array(table),
  sequences: z.array(sequence),
  /** Signed head of the ledger; null before its first event. */
  ledger: z.strictObject({ size: z.int(), root: z.string(), note: z.string() }).nullable(),
  files: z.strictObject({ count: z.int(), bytes: z.int() }),
  /** Paths the database names and the disk did not have, or had altered. */
  lost: z.array(z.string()),
})
export type Manifest = z.infer<typeof manifestForm>

/** Path of the n-th piece of a table, from 1. */
export function piecePath(schema: string, name: string, n: number): string {
  return `db/${schema}.${name}/${String(n).padStart(6, '0')}`
}

/** The table a piece belongs to, as `schema.name`; null for another path. */
export function pieceTable(path: string): string | null {
  return /^db\/([a-z0-9_]+\.[a-z0-9_]+)\/\d{6}$/.exec(path)?.[1] ?? null
}

const folders: readonly RegExp[] = [
  /^files\/([0-9a-f]{2})\/\1[0-9a-f]{62}$/,
  /^papers\/([0-9a-f]{2})\/\1[0-9a-f]{62}\.pdf$/,
  /^keys\/[\w-][\w.-]*$/,
  /^fonts\/[^/\\\p{Cc}]+$/u,
  /^tiles\/checkpoint$/,
]

/** Whether a path may be written below a data folder: an archive must not place anything elsewhere. */
export function isFilePath(path: string): boolean {
  if (path.startsWith('tiles/tile/')) return parseTilePath(path.slice('tiles/'.length)) !== null
  return folders.some((folder) => folder.test(path)) && !path.split('/').includes('..')
}

/** The hash a file's own name gives, where it does. */
export function hashInName(path: string): string | null {
  return /^(?:files|papers)\/[0-9a-f]{2}\/([0-9a-f]{64})(?:\.pdf)?$/.exec(path)?.[1] ?? null
}
