import { after, before, test } from 'node:test'
import { startWalk, type Walk } from './walk.ts'
import { bookedTwice } from './window/booked.ts'
import { hoursForAll } from './window/hours.ts'
import { walkedIn } from './window/walked-in.ts'

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

journey('S2-006 the hours of the window are there for everybody, also on a phone', hoursForAll)
journey('S2-129 who comes without a booking is found and served, on a phone', walkedIn)
journey(
  'S2-024 S2-025 a booking, moved; a visit by keys that finds faults; mended, and the second visit complete',
  bookedTwice,
)
