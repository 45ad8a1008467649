import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The rules a page must pass: WCAG 2.0 to 2.2, A and AA, and the best practices of axe. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface Violation {
  id: string
  nodes: { target: string[]; html: string }[]
}

/**
 * Fails with the places of every accessibility fault on the page as it stands. What lies under a bar that stays
 * in view is reached by scrolling, so bars do not stay while the page is measured.
 */
export async function expectAccessible(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await source)
  const faults = await page.evaluate<Violation[]>(
    `(async () => {
      const bars = [...document.querySelectorAll('body *')].filter(
        (element) => getComputedStyle(element).position === 'sticky',
      )
      for (const bar of bars) bar.style.position = 'static'
      const found = await axe.run(document, { runOnly: ${JSON.stringify(rules)} })
      for (const bar of bars) bar.style.position = ''
      return found.violations
    })()`,
  )
  const told = faults.map((f) => `${f.id}: ${f.nodes.map((n) => n.target.join(' ')).join(', ')}`)
  assert.deepEqual(told, [], new URL(page.url()).pathname)
}

/** Fails when the page is wider than its window: nobody should scroll sideways. */
export async function expectFits(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  assert.ok(over <= 0, `${page.url()} is ${over} px too wide`)
}
