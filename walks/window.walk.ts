import { inOneHouse, journey } from './journey.ts'
import { bookedTwice } from './window/booked.ts'
import { hoursForAll } from './window/hours.ts'
import { walkedIn } from './window/walked-in.ts'

inOneHouse()

journey('S2-006 the hours of the window are there for everybody, also on a phone', hoursForAll)
journey('S2-129 who comes without a booking is found and served, on a phone', walkedIn)
journey(
  'S2-024 S2-025 a booking, moved; a visit by keys that finds faults; mended, and the second visit complete',
  bookedTwice,
)
