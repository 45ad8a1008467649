import { constants, inflateSync } from 'node:zlib'
import { Unreadable } from './finding.ts'
import { dictIn, nameIn, numberIn, type PdfDict, type PdfValue } from './pdf-values.ts'

// Object and cross-reference streams hold structure, never pictures: far smaller than this in practice.
const mostBytes = 32 * 1024 * 1024

/**
 * Decodes a stream that holds structure (object or cross-reference stream). In: its dictionary and raw
 * bytes. Out: the decoded bytes. Errors: Unreadable for an encoding that cannot be followed or one that
 * grows beyond 32 MiB.
 */
export function decodeStream(dict: PdfDict, raw: Uint8Array): Uint8Array {
  const filters = listOf(dict.get('Filter'))
  const parameters = listOf(dict.get('DecodeParms') ?? dict.get('DP'))
  let bytes = raw
  for (const [i, filter] of filters.entries())
    bytes = decodeOne(nameIn(filter), bytes, dictIn(parameters[i]))
  return bytes
}

function listOf(value: PdfValue | undefined): readonly PdfValue[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? (value as readonly PdfValue[]) : [value]
}

function decodeOne(filter: string | undefined, bytes: Uint8Array, parms?: PdfDict): Uint8Array {
  if (filter === 'FlateDecode' || filter === 'Fl') return unpredict(inflate(bytes), parms)
  throw new Unreadable('broken', '结构数据用了少见的编码')
}

function inflate(bytes: Uint8Array): Uint8Array {
  try {
    // Sync flush: a cut checksum at the end is common and harmless, readers ignore it.
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostBytes })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new Unreadable('too-complex', '结构数据解压后过大')
    throw new Unreadable('broken', '结构数据无法解压')
  }
}

function unpredict(bytes: Uint8Array, parms?: PdfDict): Uint8Array {
  const predictor = numberIn(parms?.get('Predictor')) ?? 1
  if (predictor < 2) return bytes
  const colors = numberIn(parms?.get('Colors')) ?? 1
  const bits = numberIn(parms?.get('BitsPerComponent')) ?? 8
  const columns = numberIn(parms?.get('Columns')) ?? 1
  const width = Math.ceil((colors * bits * columns) / 8)
  if (predictor < 10 || bits !== 8 || !(width > 0 && width < 65_536))
    throw new Unreadable('broken', '结构数据用了少见的编码')
  return fromPngRows(bytes, width, colors)
}

// PNG predictors: each row starts with the number of its own filter.
function fromPngRows(bytes: Uint8Array, width: number, pixel: number): Uint8Array {
  const rows = Math.ceil(bytes.length / (width + 1))
  const out = new Uint8Array(rows * width)
  for (let row = 0; row < rows; row++) {
    const from = row * (width + 1)
    const to = row * width
    const filter = bytes[from]
    for (let i = 0; i < width; i++) {
      const left = i >= pixel ? out[to + i - pixel]! : 0
      const up = row > 0 ? out[to + i - width]! : 0
      const upLeft = row > 0 && i >= pixel ? out[to + i - width - pixel]! : 0
      out[to + i] = (bytes[from + 1 + i] ?? 0) + predicted(filter, left, up, upLeft)
    }
  }
  return out
}

function predicted(filter: number | undefined, left: number, up: number, upLeft: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const estimate = left + up - upLeft
  const dLeft = Math.abs(estimate - left)
  const dUp = Math.abs(estimate - up)
  const dUpLeft = Math.abs(estimate - upLeft)
  if (dLeft <= dUp && dLeft <= dUpLeft) return left
  return dUp <= dUpLeft ? up : upLeft
}
