import { StatusTag } from '#shell/parts/status-tag.tsx'
import { enrolmentLife, type EnrolmentStatus } from '../states.ts'
import { enrolmentTones } from './tones.ts'

/** The status of a request as a tag. */
export function StatusOf({ view }: { view: { status: string } }) {
  const status = view.status as EnrolmentStatus
  return <StatusTag words={enrolmentLife.statuses[status]} tone={enrolmentTones[status]} />
}
