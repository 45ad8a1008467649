import { inOneHouse, journey } from './journey.ts'
import { keptAndTaken } from './library/kept-and-taken.ts'
import { fromSheet } from './library/from-sheet.ts'
import { unitPage } from './library/unit-page.ts'

inOneHouse()

journey('articles from a sheet: faults at their cells, what is there is pointed out', fromSheet)
journey('a line is filled from the library, a new one is kept in it', keptAndTaken)
journey(
  'S2-145 a unit’s own page: what ends, a new phone in force at once, what was before; an officer reads',
  unitPage,
)
