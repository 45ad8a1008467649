import type { HousePart } from '#frame/http/part.ts'
// declares the work of every night and morning
import './daily.ts'
// adds bookings to the weekly digest
import './digest.ts'
import { fillPhrases } from './fill-phrases.ts'
import { windowRoutes } from './routes.ts'
// tells of this room on a unit's own page
import './unit-section.ts'

/** S2-006, S2-024, S2-129 the window: booked times, originals shown, receipts. */
export const windowPart: HousePart = { name: 'window', routes: windowRoutes, fill: fillPhrases }
