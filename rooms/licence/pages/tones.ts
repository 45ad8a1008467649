import type { Tone } from '#shell/parts/status-tag.tsx'
import type { LicenceStatus } from '../states.ts'

/** How each status of an application feels. */
export const licenceTones: Record<LicenceStatus, Tone> = {
  draft: 'draft',
  pending: 'wait',
  correcting: 'warn',
  accepted: 'progress',
  returned: 'warn',
  'second-review': 'progress',
  granted: 'ok',
  refused: 'danger',
  'not-accepted': 'danger',
  lapsed: 'end',
  withdrawn: 'end',
}
