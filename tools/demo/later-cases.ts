import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { loadCalendar } from '#frame/calendar/stored-calendar.ts'
import type { Config } from '#frame/config.ts'
import type { House } from '#frame/house.ts'
import { caseScans } from './furnish.ts'
import { manyCases } from './many-cases.ts'
import { playCase } from './play-case.ts'
import { playOn } from './play.ts'
import { unitFacts } from './unit-facts.ts'

/** How far the cases of every day have been played; none left when there is no such file. */
const progressOf = (config: Config) => path.join(config.dataDir, 'demo-to-come')

/** After a first start: the cases of every day are still to come. */
export const announceLaterCases = (config: Config) => writeFile(progressOf(config), '0')

/**
 * Plays the cases of every day that are still to come, one after another, while the house is open already:
 * nobody need wait for them. Begun again where it was stopped. Out: stops after the case it is at.
 */
export function playLaterCases(
  house: House,
  say: (sentence: string) => void,
): { stop(): Promise<void>; done: Promise<unknown> } {
  let stopped = false
  const done = (async () => {
    const file = progressOf(house.config)
    if (!existsSync(file)) return
    const first = Number(await readFile(file, 'utf8')) || 0
    const one = await player(house)
    for (const [n, demo] of manyCases.entries()) {
      if (n < first) continue
      if (stopped) return
      // what the house's own jobs have done to a case meanwhile stands; it is left as it is
      await one(demo).catch((error: unknown) =>
        house.log.debug({ err: error, n }, 'a case of the demonstration went its own way'),
      )
      await writeFile(file, String(n + 1))
    }
    await rm(file, { force: true })
    say(`演示办件已全部备齐，另有 ${manyCases.length} 件可供检索。`)
  })().catch((error: unknown) =>
    // the house serves on; the next start begins again where it broke off
    house.log.warn({ err: error }, 'the demonstration is not complete'),
  )
  return {
    done,
    stop: async () => {
      stopped = true
      await done
    },
  }
}

async function player(house: House) {
  const accounts = await house.db.selectFrom('account').select(['id', 'login']).execute()
  const units = await house.db.selectFrom('unit').select(['id', 'name_zh']).execute()
  const { calendar } = await loadCalendar(house.db)
  const scans = await caseScans()
  const byLogin = Object.fromEntries(accounts.map((a) => [a.login ?? '', a.id]))
  return async (demo: (typeof manyCases)[number]) => {
    const name = unitFacts.find((u) => u.code === demo.unit)?.nameZh
    const unit = units.find((u) => u.name_zh === name)
    if (!unit) throw new Error(`no such unit in the demonstration: ${demo.unit}`)
    return playCase(playOn(house, calendar, byLogin), demo, unit.id, scans)
  }
}
