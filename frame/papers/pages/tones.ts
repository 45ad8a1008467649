import type { Tone } from '#shell/parts/status-tag.tsx'
import type { PaperStatus } from '../states.ts'

/** How each status of a paper feels. */
export const paperTones: Record<PaperStatus, Tone> = {
  planned: 'progress',
  issued: 'ok',
  failed: 'danger',
  revoked: 'end',
}
