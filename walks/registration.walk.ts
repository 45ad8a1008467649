import { inOneHouse, journey } from './journey.ts'
import { anotherContact, changedAddress } from './registration/changes.ts'
import { producer, seller, user } from './registration/four-kinds.ts'

inOneHouse()

journey('S2-096 a producer from its request to its passed registration', producer)
journey('S2-111 a seller from its request to its passed registration', seller)
journey('S2-119 a user from its request to its passed registration', user)
journey('S2-131 a change of address: old values until it passes', changedAddress)
journey(
  'S2-139 another contact person with three sealed papers, filled in by two colleagues at once',
  anotherContact,
)
