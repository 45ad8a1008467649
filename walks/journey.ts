import { after, before, test } from 'node:test'
import { sweepAround } from './desk.ts'
import { startWalk, type Walk } from './walk.ts'

let walk: Walk | undefined

/** The journeys of this file go one after another through one house, which stands only for them. */
export function inOneHouse(): void {
  before(async () => void (walk = await startWalk()))
  after(() => walk?.close())
}

/** One journey; when it fails, pictures of its windows are kept. In: its title, and how it goes. */
export function journey(title: string, go: (walk: Walk) => Promise<void>): void {
  test(title, async () => {
    try {
      await go(walk!)
      await sweepAround(walk!)
    } catch (error) {
      const folder = await walk!.pictures(go.name || title.replaceAll(/\W+/g, '-'))
      process.stderr.write(`${title}: ${folder}\n`)
      throw error
    }
  })
}
