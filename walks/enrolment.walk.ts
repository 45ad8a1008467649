import { inOneHouse, journey } from './journey.ts'
import { personOnPhone } from './enrolment/person.ts'
import { unitFromRequestToDesk } from './enrolment/unit.ts'

inOneHouse()

journey(
  'S2-064 S2-066 S2-071 a unit from its request to its desk, with a return in between',
  unitFromRequestToDesk,
)
journey('S2-125 a natural person on a phone, from the request to the desk', personOnPhone)
