import assert from 'node:assert/strict'
import type { Page, Response } from 'playwright-core'
import { enter, lookOver } from '../desk.ts'
import type { Walk } from '../walk.ts'

/** Collects what the server sends as data: texts that are no words of ours, which come as zh and en. */
function collectData(value: unknown, key: string, into: Set<string>): void {
  if (typeof value === 'string') {
    if (key !== 'zh') into.add(value.replaceAll(/\s+/g, ' '))
  } else if (Array.isArray(value)) for (const one of value) collectData(one, key, into)
  else if (value && typeof value === 'object')
    for (const [name, one] of Object.entries(value)) collectData(one, name, into)
}

/** Every text with Chinese characters that the page shows or says, but for what is marked as Chinese. */
function chineseOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const han = /\p{Script=Han}/u
    const found: string[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode())
      if (!node.parentElement?.closest('script, style, noscript, [lang="zh-CN"]'))
        found.push(node.textContent ?? '')
    for (const element of document.body.querySelectorAll('*:not([lang="zh-CN"])'))
      for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
        found.push(element.getAttribute(name) ?? '')
    return [document.title, ...found].filter((text) => han.test(text))
  })
}

/** Pages of an applicant in English: Chinese stands only where a person or a register wrote it. */
export async function inEnglish(walk: Walk): Promise<void> {
  const page = await enter(walk, '苏苒')
  const data = new Set<string>()
  page.on('response', (response: Response) => {
    if (!response.url().includes('/api/')) return
    void response
      .json()
      .then((body: unknown) => collectData(body, '', data))
      .catch(() => undefined)
  })
  await page.getByRole('button', { name: 'English' }).click()
  const places = ['/workbench', '/licence', '/licence/new', '/quota', '/quota/write-offs', '/inbox']
  for (const place of [...places, '/inbox/settings', '/account', '/papers', '/desk/calendar']) {
    await page.goto(place)
    await expectEnglish(page, data)
  }
  await page.goto('/licence')
  await page
    .getByRole('link', { name: /^TS2026/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Day by day' }).click()
  await expectEnglish(page, data)
  await page.goto('/licence/new')
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByRole('radio', { name: 'Contains or may contain' }).check()
  for (const step of ['Trade and port', 'Item list', 'Documents', 'Check and submit']) {
    await expectEnglish(page, data)
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('heading', { name: step }).waitFor()
  }
  await expectEnglish(page, data)
  await page.getByRole('button', { name: '中文' }).click()
}

async function expectEnglish(page: Page, data: Set<string>): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  // what the server sends is known only when all of it came
  await page.waitForLoadState('networkidle')
  await lookOver(page)
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en')
  const all = [...data].join('\n')
  const leaked = (await chineseOn(page))
    .flatMap((text) => text.match(/[\p{Script=Han}]+/gu) ?? [])
    .filter((run) => !all.includes(run))
  assert.deepEqual([...new Set(leaked)], [], page.url())
}
