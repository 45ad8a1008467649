import type { Reason } from '#frame/kernel/reason.ts'
import type { FileKind } from './file-kind.ts'
import { found, Unreadable } from './finding.ts'
import { inspectDoc } from './inspect-doc.ts'
import { inspectJpeg } from './inspect-jpeg.ts'
import { inspectOffice } from './inspect-office.ts'
import { inspectPdf } from './inspect-pdf.ts'
import { inspectPng } from './inspect-png.ts'
import type { FileFacts, KindInspection } from './inspection.ts'

/** What a file is and whether its structure is accepted. `kind` null: it is none of the accepted kinds. */
export type Inspection =
  | { ok: true; kind: FileKind; facts: FileFacts }
  | { ok: false; kind: FileKind | null; reasons: Reason[] }

type Container = Exclude<FileKind, 'docx' | 'xlsx'> | 'office'

const starts: readonly [string, Container][] = [
  ['255044462d', 'pdf'],
  ['ffd8ff', 'jpeg'],
  ['89504e470d0a1a0a', 'png'],
  ['504b0304', 'office'],
  ['d0cf11e0a1b11ae1', 'doc'],
]

/**
 * Inspects a whole file by its structure; the name it came with counts for nothing. In: all its bytes.
 * Out: kind and facts, or every reason found against it. Never throws.
 */
export async function inspect(bytes: Buffer): Promise<Inspection> {
  const container = containerOf(bytes)
  if (!container) return { ok: false, kind: null, reasons: [found(unknownBecause(bytes))] }
  const kind = container === 'office' ? null : container
  try {
    const checked = await check(container, bytes)
    const reasons = [...hiddenArchive(container, bytes), ...checked.reasons]
    if (reasons.length > 0) return { ok: false, kind: checked.kind, reasons }
    if (checked.kind === null) return { ok: false, kind, reasons: [found('unknown-kind')] }
    return { ok: true, kind: checked.kind, facts: checked.facts }
  } catch (error) {
    return { ok: false, kind, reasons: [reasonFor(error)] }
  }
}

const checks: Record<Exclude<Container, 'office'>, (bytes: Buffer) => KindInspection> = {
  pdf: inspectPdf,
  jpeg: inspectJpeg,
  png: inspectPng,
  doc: inspectDoc,
}

async function check(
  container: Container,
  bytes: Buffer,
): Promise<KindInspection & { kind: FileKind | null }> {
  if (container === 'office') return inspectOffice(bytes)
  return { kind: container, ...checks[container](bytes) }
}

function containerOf(bytes: Buffer): Container | null {
  const head = bytes.toString('hex', 0, 8)
  return starts.find(([magic]) => head.startsWith(magic))?.[1] ?? null
}

function unknownBecause(bytes: Buffer): 'empty' | 'content-before' | 'unknown-kind' {
  if (bytes.length === 0) return 'empty'
  // Readers look for the header in the first kilobyte, so a PDF may follow something else.
  return bytes.toString('latin1', 0, 1024).includes('%PDF-') ? 'content-before' : 'unknown-kind'
}

// Archive programs read from the end: a directory whose comment is the rest of the file is one to them.
function hiddenArchive(container: Container, bytes: Buffer): Reason[] {
  if (container === 'office') return []
  const from = Math.max(0, bytes.length - 22 - 65_535)
  for (
    let at = bytes.indexOf('PK\x05\x06', from, 'latin1');
    at >= 0;
    at = bytes.indexOf('PK\x05\x06', at + 1, 'latin1')
  )
    if (at + 22 <= bytes.length && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length)
      return [found('hidden-zip')]
  return []
}

// A fault of the check itself must not let a file through, nor take the server down.
function reasonFor(error: unknown): Reason {
  return error instanceof Unreadable
    ? found(error.code, error.detail)
    : found('broken', '安全检查无法读懂')
}
