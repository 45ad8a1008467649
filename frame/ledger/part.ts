import type { HousePart } from '#frame/http/part.ts'
import { appendOnlyTrouble } from './append-only.ts'
import { ledgerRoutes } from './routes.ts'
import { ledgerTrouble, startSequencer } from './sequencer.ts'
import { addStaticLog } from './static-log.ts'

/** The ledger as the house takes it in. In: all parts of the house, asked for when a page needs their words. */
export function ledgerPart(allParts: () => readonly HousePart[]): HousePart {
  return {
    name: 'ledger',
    routes: ledgerRoutes(allParts),
    plugin: addStaticLog,
    ready: ledgerTrouble,
    start: async (house) => {
      const notEnforced = await appendOnlyTrouble(house.db)
      if (notEnforced) house.log.warn(notEnforced)
      return startSequencer(house)
    },
  }
}
