import { inOneHouse, journey } from './journey.ts'
import { handedOver } from './licence/handed-over.ts'
import { inEnglish } from './licence/in-english.ts'
import { applicantOnPhone, portOnPhone } from './licence/on-phone.ts'
import { colleagues, pressedTwice, staleWindow } from './licence/together.ts'

inOneHouse()

journey('one case in two windows: the second hears that it was decided', staleWindow)
journey('a button pressed twice asks once', pressedTwice)
journey(
  'two colleagues on one draft lose nothing and are asked about what both changed',
  colleagues,
)
journey('a case in hand goes to a colleague and back, each is told why', handedOver)
journey('an applicant on a phone: list, case, draft, upload', applicantOnPhone)
journey('a port officer on a phone confirms what was found', portOnPhone)
journey('the applicant’s pages in English have no Chinese labels', inEnglish)
