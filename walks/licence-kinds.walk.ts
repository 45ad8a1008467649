import { inOneHouse, journey } from './journey.ts'
import { outward } from './licence/outward.ts'
import { ownMedicine } from './licence/own-medicine.ts'
import { sampleOfClassTwo } from './licence/sample-of-class-two.ts'
import { soldSamples } from './licence/sold-samples.ts'

inOneHouse()

journey(
  'inward, a research unit, class 2: documents, a correction of two fields, a special step, two reviews, the permit',
  sampleOfClassTwo,
)
journey(
  'a sales unit with blood that is no merchandise is refused, all reasons at once',
  soldSamples,
)
journey('S2-126 S2-127 a natural person applies for medicine of his own', ownMedicine)
journey('S2-164 outward with human genetic resources', outward)
