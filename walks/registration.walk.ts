import { inOneHouse, journey } from './journey.ts'
import { anotherContact, changedAddress } from './registration/changes.ts'

inOneHouse()

journey('S2-131 a change of address: old values until it passes', changedAddress)
journey(
  'S2-139 another contact person with three sealed papers, filled in by two colleagues at once',
  anotherContact,
)
