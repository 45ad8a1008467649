import type { Tone } from '#shell/parts/status-tag.tsx'
import type { LicenceStatus } from '../states.ts'

/** How each status of an application feels. */
export const licenceTones: Record<LicenceStatus, Tone> = {
  draft: 'draft',
  pending: 'wait',
  correcting: 'warn',
  accepted: 'progress',
  'second-review': 'progress',
  granted: 'ok',
  refused: 'danger',
  withdrawn: 'end',
}
