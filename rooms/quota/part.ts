import type { HousePart } from '#frame/http/part.ts'
import { quotaRoutes } from './routes.ts'
// adds what ends and waits to the weekly digest
import './digest.ts'
// tells of this room on a unit's own page
import './unit-section.ts'

/** S2-009, S2-040…042 permits in use and their write-off. */
export const quotaPart: HousePart = { name: 'quota', routes: quotaRoutes }
