import type { Tone } from '#shell/parts/status-tag.tsx'
import type { EnrolmentStatus } from '../states.ts'

/** How each status of a request feels. */
export const enrolmentTones: Record<EnrolmentStatus, Tone> = {
  draft: 'draft',
  filed: 'wait',
  returned: 'warn',
  approved: 'progress',
  valid: 'ok',
  refused: 'danger',
  lapsed: 'end',
}
