import { after, before, test } from 'node:test'
import { calendarChanged, specialStep } from './licence/clock.ts'
import { correction } from './licence/correction.ts'
import { handedOver } from './licence/handed-over.ts'
import { inEnglish } from './licence/in-english.ts'
import { mainJob } from './licence/main-job.ts'
import { applicantOnPhone, portOnPhone } from './licence/on-phone.ts'
import { refusal } from './licence/refusal.ts'
import { colleagues, pressedTwice, staleWindow } from './licence/together.ts'
import { startWalk, type Walk } from './walk.ts'

let walk: Walk
before(async () => {
  walk = await startWalk()
})
after(() => walk.close())

/** One journey; when it fails, pictures of its windows are kept. */
function journey(title: string, go: (walk: Walk) => Promise<void>): void {
  test(title, async () => {
    try {
      await go(walk)
    } catch (error) {
      process.stderr.write(`${title}: ${await walk.pictures(go.name)}\n`)
      throw error
    }
  })
}

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
