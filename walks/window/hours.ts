import { lookOver, openWindow, phone } from '../desk.ts'
import type { Walk } from '../walk.ts'

/** S2-006 nobody signs in to see when the window receives; nothing about anybody is on the page. */
export async function hoursForAll(walk: Walk): Promise<void> {
  for (const size of [{ width: 1280, height: 900 }, phone]) {
    const page = await openWindow(walk, size)
    await page.goto('/window/hours')
    await page.getByRole('heading', { level: 1, name: '窗口接待时间' }).waitFor()
    await page.getByText('每周一、四 13:30—16:30').waitFor()
    await page.getByText(/2026年11月26日/).waitFor()
    await lookOver(page)
    await page
      .getByRole('button', { name: /English/ })
      .first()
      .click()
    await page.getByText('every Monday and Thursday 13:30–16:30').waitFor()
    await lookOver(page)
    await page.close()
  }
}
