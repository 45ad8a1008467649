import { after, before, test } from 'node:test'
import { personOnPhone } from './enrolment/person.ts'
import { unitFromRequestToDesk } from './enrolment/unit.ts'
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

journey(
  'S2-064 S2-066 S2-071 a unit from its request to its desk, with a return in between',
  unitFromRequestToDesk,
)
journey('S2-125 a natural person on a phone, from the request to the desk', personOnPhone)
