import { z } from 'zod'
import { reason, Refused } from '#frame/kernel/reason.ts'

/** By what the register can be ordered; `-` turns it round. */
export const listSorts = ['left', '-left', 'updated', '-updated', 'number', '-number'] as const
export type ListSort = (typeof listSorts)[number]

/** The row after which a page goes on: what it is ordered by, null where the row has none, and its id. */
export interface ListKey {
  value: string | null
  id: string
}

const values = {
  left: z.iso.date(),
  updated: z.iso.datetime(),
  number: z.string().max(60),
} as const

/** The key as it stands in the address. */
export const writeKey = (sort: ListSort, key: ListKey): string =>
  Buffer.from(JSON.stringify([sort, key.value, key.id])).toString('base64url')

/** Reads what {@link writeKey} wrote. Errors: Refused for a key of another order, or one that is none. */
export function readKey(sort: ListSort, text: string): ListKey {
  const value = values[sort.replace('-', '') as keyof typeof values]
  const read = z.tuple([z.literal(sort), value.nullable(), z.uuid()]).safeParse(parsed(text))
  if (!read.success)
    throw new Refused('invalid', [
      reason(
        null,
        'page-key',
        '这一页的地址不完整，或者排序方式已经改变。请回到第一页再翻页。',
        'after',
      ),
    ])
  return { value: read.data[1], id: read.data[2] }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return null
  }
}
