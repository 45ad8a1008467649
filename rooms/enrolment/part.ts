import type { HousePart } from '#frame/http/part.ts'
import { enrolmentRoutes } from './routes.ts'
// adds what waits to the weekly digest
import './digest.ts'
// an accepted account confirms its request
import './follow-confirmation.ts'
// declares the nightly job that lets old requests lapse
import './lapse.ts'
// declares the document slots of this room
import './slot-source.ts'

/** S2 附件1 二 requests for accounts. */
export const enrolmentPart: HousePart = { name: 'enrolment', routes: enrolmentRoutes }
