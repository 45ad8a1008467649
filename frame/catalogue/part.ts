import type { HousePart } from '#frame/http/part.ts'
import { fillBodies } from './fill-bodies.ts'
import { fillSettings } from './fill-settings.ts'
import { catalogueRoutes } from './routes.ts'

/** The catalogue as the house takes it in: it fills first, others look up its settings and bodies. */
export const cataloguePart: HousePart = {
  name: 'catalogue',
  routes: catalogueRoutes,
  fill: async (house) => {
    await fillBodies(house)
    await fillSettings(house)
  },
}
