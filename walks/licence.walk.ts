import { inOneHouse, journey } from './journey.ts'
import { calendarChanged, specialStep } from './licence/clock.ts'
import { correction } from './licence/correction.ts'
import { mainJob } from './licence/main-job.ts'
import { refusal } from './licence/refusal.ts'

inOneHouse()

journey(
  'human serum, 500 ml in 10 tubes: from an empty form to a balance, by five persons',
  mainJob,
)
journey(
  'a strain of class 2 for a laboratory of level 2 is refused, with facts, reasons and basis',
  refusal,
)
journey(
  'a correction notice opens what it names and nothing else, and its return shows what changed',
  correction,
)
journey('a special step is not counted, and every day of the clock says why', specialStep)
journey(
  'a day set off by the administrator moves open cases, and applicants are told',
  calendarChanged,
)
