import type { HousePart } from '#frame/http/part.ts'
import { deskRoutes } from './desk/routes.ts'
import { filedRoutes } from './filed/routes.ts'
import { licenceRoutes } from './routes.ts'
// declares the clock of this room with the job that records acceptance by law
import './deem-accepted.ts'
// adds what waits to the weekly digest
import './digest.ts'
// lets a case be handed to a colleague
import './held.ts'
// declares the document slots of this room
import './slot-source.ts'
// tells of this room on a unit's own page
import './unit-section.ts'

/** S2 三–八 the approval of special articles. */
export const licencePart: HousePart = {
  name: 'licence',
  routes: [...licenceRoutes, ...deskRoutes, ...filedRoutes],
}
