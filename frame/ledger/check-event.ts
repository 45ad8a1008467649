import type { Findings } from './findings.ts'
import { canonicalJson, type WrittenEvent } from './event.ts'

/** A row of audit_event as the check reads it. */
export interface EventRow {
  id: string
  unit_id: string | null
  at: Date
  actor_kind: string
  actor_id: string | null
  act: string
  subject_kind: string | null
  subject_id: string | null
  body: Buffer
  body_json: unknown
}

/**
 * Whether an event's row says what its bytes say: the bytes are what is hashed, the columns and the
 * searchable copy are what people look at.
 */
export function checkEvent(row: EventRow, leaf: number | null, findings: Findings): void {
  const text = row.body.toString()
  const written = parsed(text)
  if (!written) {
    findings.add(
      leaf,
      `事件 ${row.id} 的字节不是规范的 JSON，被改动过。`,
      `the bytes of event ${row.id} are not canonical JSON; they were altered.`,
    )
    return
  }
  if (canonicalJson(row.body_json) !== text)
    findings.add(
      leaf,
      `事件 ${row.id} 供检索的副本 body_json 与其字节不符，副本被改动过。`,
      `the searchable copy (body_json) of event ${row.id} differs from its bytes; the copy was altered.`,
    )
  for (const [column, inRow, inBytes] of pairs(row, written))
    if (inRow !== inBytes)
      findings.add(
        leaf,
        `事件 ${row.id} 的 ${column} 列写着“${inRow ?? '空'}”，而其字节写着“${inBytes ?? '空'}”，该列被改动过。`,
        `column ${column} of event ${row.id} says "${inRow ?? 'null'}" but its bytes say "${inBytes ?? 'null'}"; the column was altered.`,
      )
}

function parsed(text: string): WrittenEvent | null {
  try {
    const value = JSON.parse(text) as WrittenEvent
    return canonicalJson(value) === text && value.v === 1 ? value : null
  } catch {
    return null
  }
}

function pairs(row: EventRow, written: WrittenEvent): [string, string | null, string | null][] {
  return [
    ['id', row.id, written.id],
    ['unit_id', row.unit_id, written.unit],
    ['at', row.at.toISOString(), written.at],
    ['actor_kind', row.actor_kind, written.actor.kind],
    ['actor_id', row.actor_id, written.actor.account],
    ['act', row.act, written.act],
    ['subject_kind', row.subject_kind, written.subject?.kind ?? null],
    ['subject_id', row.subject_id, written.subject?.id ?? null],
  ]
}
