import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import pino from 'pino'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { furnishedAt, furnishedHouse } from '#checks/furnished.ts'
import { readConfig } from '#frame/config.ts'
import { randomPassword } from '#frame/db/roles.ts'
import type { House } from '#frame/house.ts'
import { authenticateBySession } from '#frame/people/authenticate.ts'
import { startHouse } from '#frame/start-house.ts'
import { houseParts } from '#rooms/house-parts.ts'
import { freePort } from '#frame/db/embedded-process.ts'

/** A served demonstration house, a real browser, and a clock that only the walk moves. */
export interface Walk {
  house: House
  url: string
  /** Sets the time of the house, e.g. '2026-11-24T09:30:00+08:00'. */
  setClock(instant: string): void
  now(): Date
  /** A window of its own (own cookies) for one person; wide as an officer's screen unless told. */
  window(size?: { width: number; height: number }): Promise<Page>
  /** Clears every window but these, for the next person: a new one is dear, one swept out is like new. */
  sweep(keep?: ReadonlySet<Page>): Promise<void>
  /** Saves a picture of every window, for whoever has to find out why a walk failed. Out: their folder. */
  pictures(name: string): Promise<string>
  close(): Promise<void>
}

/** Chromium's own background traffic would only fail on a closed network. */
const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // a page lives here for seconds: compiling it well costs more than it saves
  '--js-flags=--no-maglev --no-opt',
]

/** Starts a walk in the demonstration; the house's clock goes on from the instant at which it was furnished. */
export async function startWalk(): Promise<Walk> {
  const scratch = await furnishedHouse()
  const port = await freePort()
  const started = Date.now()
  let offset = new Date(furnishedAt).getTime() - started
  const now = () => new Date(Date.now() + offset)
  const config = readConfig({ DATA_DIR: scratch.dataDir, PORT: String(port) })
  const running = await startHouse({
    config,
    ownerUrl: scratch.url,
    servingUrl: null,
    servingPassword: randomPassword(),
    parts: houseParts,
    authenticate: authenticateBySession,
    clock: { now },
    log: pino({ level: process.env['TEST_LOG'] ?? 'silent' }),
  })
  await running.app.listen({ port, host: '127.0.0.1' })
  const browser: Browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: chromiumArgs,
  })
  const contexts: BrowserContext[] = []
  const swept: Page[] = []
  return {
    house: running.house,
    url: config.publicUrl,
    now,
    setClock: (instant) => void (offset = new Date(instant).getTime() - Date.now()),
    async window(size = { width: 1280, height: 900 }) {
      const ready = swept.pop()
      if (ready) {
        await ready.setViewportSize(size)
        await ready.emulateMedia(motionAt(size))
        return ready
      }
      const context = await browser.newContext({
        viewport: size,
        locale: 'zh-CN',
        ...motionAt(size),
        timezoneId: 'Asia/Shanghai',
        baseURL: config.publicUrl,
        acceptDownloads: true,
      })
      contexts.push(context)
      context.setDefaultTimeout(30_000)
      return context.newPage()
    },
    async sweep(keep = new Set()) {
      for (const context of contexts) {
        const [page, ...beside] = context.pages()
        if (!page || keep.has(page) || swept.includes(page)) continue
        for (const other of beside) await other.close()
        await sweepOut(page)
        swept.push(page)
      }
    },
    async pictures(name) {
      const folder = path.resolve(import.meta.dirname, '../.cache/walks')
      await mkdir(folder, { recursive: true })
      for (const [n, page] of contexts.flatMap((context) => context.pages()).entries())
        await page.screenshot({ path: path.join(folder, `${name}-${n}.png`), fullPage: true })
      return folder
    },
    async close() {
      for (const context of contexts) await context.close()
      await browser.close()
      await running.close()
      await scratch.drop()
    },
  }
}

/** Half of our windows are of people who asked for less motion; those need not be waited for either. */
const motionAt = (size: { width: number }) => ({
  reducedMotion: size.width < 600 ? ('no-preference' as const) : ('reduce' as const),
})

/** Nothing of the last person stays: no cookie, nothing stored, nobody listening, no part of the net cut off. */
async function sweepOut(page: Page): Promise<void> {
  page.removeAllListeners()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.context().setOffline(false)
  await page.context().clearCookies()
  await page.goto('/mark.svg')
  await page.evaluate(() => {
    localStorage.clear()
    sessionStorage.clear()
  })
  await page.goto('about:blank')
}
