import type { Page } from 'playwright-core'
import { openWindow } from '../desk.ts'
import type { Walk } from '../walk.ts'

/**
 * Opens the newest mail of a title, as it stands in the outbox of the demonstration once its job has written
 * it, in a window of its own. In: the words on its link. Out: the page that the link leads to.
 */
export async function openMail(
  walk: Walk,
  title: string,
  link: string,
  size?: { width: number; height: number },
): Promise<Page> {
  const page = await openWindow(walk, size)
  const mail = page.locator('.outbox-text', { hasText: title }).first()
  for (let tries = 0; tries < 20; tries += 1) {
    await page.goto('/outbox', { waitUntil: 'networkidle' })
    if ((await mail.count()) > 0) break
  }
  await mail.getByRole('link', { name: link }).click()
  return page
}
