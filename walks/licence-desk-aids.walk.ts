import { inOneHouse, journey } from './journey.ts'
import { foundAndTaken, pulledAndRemarked } from './licence/desk-aids.ts'

inOneHouse()

journey('an officer takes the next case; a remark becomes the correction', pulledAndRemarked)
journey('a case is found, kept as a view, exported and taken away', foundAndTaken)
