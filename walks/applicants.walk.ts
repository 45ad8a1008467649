import { inOneHouse, journey } from './journey.ts'
import { producer, seller, user } from './registration/four-kinds.ts'

inOneHouse()

journey('S2-096 a producer from its request to its passed registration', producer)
journey('S2-111 a seller from its request to its passed registration', seller)
journey('S2-119 a user from its request to its passed registration', user)
