import { inOneHouse, journey } from './journey.ts'
import { fromExcel } from './licence/from-excel.ts'

inOneHouse()

journey(
  'S2-190 200 lines from the system’s own Excel template, their faults mended in place',
  fromExcel,
)
