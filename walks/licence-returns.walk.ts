import { inOneHouse, journey } from './journey.ts'
import { acceptedBySilence, sentBackAndGranted } from './licence/returns.ts'

inOneHouse()

journey(
  'the second review sends back, the first sends back to the window, and it is granted at last',
  sentBackAndGranted,
)
journey('five working days without an answer: accepted by law, with the proof', acceptedBySilence)
