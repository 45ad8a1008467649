import { calendarPart } from '#frame/calendar/part.ts'
import { cataloguePart } from '#frame/catalogue/part.ts'
import { filesPart } from '#frame/files/part.ts'
import type { HousePart } from '#frame/http/part.ts'
import { jobsPart } from '#frame/jobs/part.ts'
import { ledgerPart } from '#frame/ledger/part.ts'
import { notifyPart } from '#frame/notify/part.ts'
import { papersPart } from '#frame/papers/part.ts'
import { peoplePart } from '#frame/people/part.ts'
import { enrolmentPart } from './enrolment/part.ts'
import { libraryPart } from './library/part.ts'
import { licencePart } from './licence/part.ts'
import { quotaPart } from './quota/part.ts'
import { registrationPart } from './registration/part.ts'
import { windowPart } from './window/part.ts'

/** Every part of the house in the order it is filled and started. A new room adds its line here. */
export const houseParts: readonly HousePart[] = [
  // first: other parts look up its settings, agencies and branches
  cataloguePart,
  peoplePart,
  calendarPart,
  notifyPart,
  papersPart,
  filesPart,
  licencePart,
  quotaPart,
  registrationPart,
  enrolmentPart,
  windowPart,
  libraryPart,
  // its list of events takes the words of acts from the doors of all parts
  ledgerPart(() => houseParts),
  // last: its workers work for all other parts, and are stopped first
  jobsPart,
]
