import type { HousePart } from '#frame/http/part.ts'
import { registrationRoutes } from './routes.ts'
// adds what waits to the weekly digest
import './digest.ts'
// declares the daily reminders
import './reminders.ts'
// lets the last day for the originals follow the calendar
import './reproject-hand-in.ts'
// declares the document slots of this room
import './slot-source.ts'
// tells of this room on a unit's own page
import './unit-section.ts'

/** S2 附件1 三–五 units: their registration, its change, and what is in force of them. */
export const registrationPart: HousePart = { name: 'registration', routes: registrationRoutes }
