import { after, before, test } from 'node:test'
import { keptAndTaken } from './library/kept-and-taken.ts'
import { fromSheet } from './library/from-sheet.ts'
import { unitPage } from './library/unit-page.ts'
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

journey('articles from a sheet: faults at their cells, what is there is pointed out', fromSheet)
journey('a line is filled from the library, a new one is kept in it', keptAndTaken)
journey(
  'S2-145 a unit’s own page: what ends, a new phone in force at once, what was before; an officer reads',
  unitPage,
)
