import type { Tone } from '#shell/parts/status-tag.tsx'
import type { VisitStatus } from '../states.ts'

/** How each status of a visit feels. */
export const visitTones: Record<VisitStatus, Tone> = {
  booked: 'wait',
  cancelled: 'end',
  missed: 'end',
  present: 'progress',
  complete: 'ok',
  incomplete: 'warn',
}
