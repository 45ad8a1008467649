import type { Tone } from '#shell/parts/status-tag.tsx'
import type { RegistrationStatus } from '../states.ts'

/** How each status of a registration feels. */
export const registrationTones: Record<RegistrationStatus, Tone> = {
  asked: 'wait',
  declined: 'danger',
  filling: 'draft',
  awaiting: 'wait',
  checked: 'progress',
  returned: 'warn',
  passed: 'ok',
  withdrawn: 'end',
}

/** How each status of a unit feels. */
export const unitTones: Record<string, Tone> = {
  enrolled: 'wait',
  registered: 'ok',
  suspended: 'hold',
  closed: 'end',
}
