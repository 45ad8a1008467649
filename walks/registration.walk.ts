import { after, before, test } from 'node:test'
import { anotherContact, changedAddress } from './registration/changes.ts'
import { producer, seller, user } from './registration/four-kinds.ts'
import { startWalk, type Walk } from './walk.ts'

let walk: Walk
before(async () => {
  walk = await startWalk()
})
after(() => walk.close())

/** One journey; when it fails, pictures of its windows are kept. */
function journey(title: string, name: string, go: (walk: Walk) => Promise<void>): void {
  test(title, async () => {
    try {
      await go(walk)
    } catch (error) {
      process.stderr.write(`${title}: ${await walk.pictures(name)}\n`)
      throw error
    }
  })
}

journey('S2-096 a producer from its request to its passed registration', 'producer', producer)
journey('S2-111 a seller from its request to its passed registration', 'seller', seller)
journey('S2-119 a user from its request to its passed registration', 'user', user)
journey('S2-131 a change of address: old values until it passes', 'change', changedAddress)
journey(
  'S2-139 another contact person with three sealed papers, filled in by two colleagues at once',
  'contact',
  anotherContact,
)
