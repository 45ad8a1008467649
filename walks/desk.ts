import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { expectAccessible, expectFits } from './axe.ts'
import type { Walk } from './walk.ts'

/** The window of a phone. */
export const phone = { width: 390, height: 844 }
/** The window of an officer's screen. */
export const wide = { width: 1280, height: 900 }

const complaints = new WeakMap<Page, string[]>()

/** A refused act is an answer, not a fault; the browser reports its status all the same. */
const answers = /status of (400|403|404|409|422)/

/** A window that keeps what the browser complains of, until {@link lookOver} asks. */
export async function openWindow(walk: Walk, size = wide): Promise<Page> {
  return watched(await walk.window(size))
}

/** A second window of the same person, on the same page. */
export async function openBeside(page: Page): Promise<Page> {
  const other = watched(await page.context().newPage())
  await other.goto(page.url())
  return other
}

function watched(page: Page): Page {
  const heard: string[] = []
  complaints.set(page, heard)
  page.on('console', (message) => {
    if (message.type() === 'error' && !answers.test(message.text())) heard.push(message.text())
  })
  page.on('pageerror', (error) => heard.push(error.message))
  return page
}

const desks = new Map<string, Page>()

/**
 * A person of the demonstration at his desk, signed in through the sign-in page; he stays there, and signs
 * in again when his session is over. Out: his window at the workbench.
 */
export async function enter(walk: Walk, person: string, size = wide): Promise<Page> {
  const desk = `${walk.url} ${person} ${size.width}`
  const known = desks.get(desk)
  const page = known ?? (await openWindow(walk, size))
  desks.set(desk, page)
  if (known) {
    await page.goto('/workbench')
    const title = page.getByRole('heading', { level: 1, name: /^(工作台|请先登录)$/ })
    if ((await title.innerText()) === '工作台') return page
  }
  await signIn(walk, page, person)
  return page
}

/** Clears every window that is nobody's desk. */
export const sweepAround = (walk: Walk) => walk.sweep(new Set(desks.values()))

/** Signs a person in, in a window that is open already. */
async function signIn(walk: Walk, page: Page, person: string): Promise<void> {
  // a code of the phone works once: the next one is half a minute later
  walk.setClock(new Date(walk.now().getTime() + 31_000).toISOString())
  await page.goto('/sign-in')
  await page.getByRole('button', { name: person }).click()
  const code = page.getByRole('button', { name: /填入演示手机上的口令/ })
  await code.or(page.getByRole('heading', { level: 1, name: '工作台' })).waitFor()
  if (await code.isVisible()) await code.click()
  await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor()
}

/** Fails when the page breaks an accessibility rule, is wider than its window, or the browser complained. */
export async function lookOver(page: Page): Promise<void> {
  await settled(page)
  await expectAccessible(page)
  await expectFits(page)
  assert.deepEqual(complaints.get(page)?.splice(0), [], page.url())
}

/** Waits until nothing is being loaded, and what moves once has come to rest. */
async function settled(page: Page): Promise<void> {
  const busy = '.ant-skeleton, .ant-spin-spinning, .ant-btn-loading'
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForFunction((mark) => !document.querySelector(mark), busy)
  await atRest(page)
}

/** Waits until what moves once has come to rest. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // what has just been put there begins to move in the next frame
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))
    const ending = document
      .getAnimations()
      .filter((a) => a.effect?.getTiming().iterations !== Infinity)
      .map((a) => a.finished.catch(() => null))
    const enough = new Promise((resolve) => void setTimeout(resolve, 1500))
    await Promise.race([Promise.all(ending), enough])
  })
}

/** Chooses from a list that opens. In: where, the field's label, and what is chosen. */
export async function choose(
  page: Page,
  label: string,
  option: string,
  type = option,
): Promise<void> {
  const field = page.getByRole('combobox', { name: label })
  await field.click()
  if (await field.isEditable()) await field.fill(type)
  await pick(page, option)
}

/** Takes an option of the list that stands open. */
export async function pick(page: Page, option: string): Promise<void> {
  const open = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
  await open.getByTitle(option).last().click()
}

/** Types a day into its field. */
export async function typeDay(scope: Page | Locator, label: string, day: string): Promise<void> {
  const field = scope.getByLabel(label)
  await field.fill(day)
  await field.press('Enter')
}

/** Presses an act's button and confirms it in its dialog; `fill` answers what the dialog asks. */
export async function act(
  page: Page,
  name: string,
  fill: (dialog: Locator) => Promise<unknown> = async () => {},
): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  // a dialog that is still growing swallows a press
  await atRest(page)
  await fill(dialog)
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** The status of the case on the page, as its head says it. */
export async function expectStatus(page: Page, status: string): Promise<void> {
  await page.locator('.page-head').getByText(status, { exact: true }).waitFor()
}

/** Goes to a page of the navigation; on a phone the navigation is behind a button. */
export async function goTo(page: Page, title: string): Promise<void> {
  const menu = page.getByRole('button', { name: '菜单' })
  if (await menu.isVisible()) await menu.click()
  const navigation = page.getByRole('navigation', { name: '主导航' })
  await navigation.getByRole('link', { name: title, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** Opens a case from the workbench, by what stands in its line. In: the title of its page, where another. */
export async function openFromBench(page: Page, line: string, title = line): Promise<void> {
  await goTo(page, '工作台')
  // a case in somebody's hands stands among his own and among those to do
  const item = page.getByRole('listitem').filter({ hasText: line }).getByRole('link').first()
  await settled(page)
  if (/^TS\d/.test(line) && (await item.count()) === 0) await find(page, line)
  else await item.click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** The workbench shows the most urgent; any other application is searched for. */
async function find(page: Page, number: string): Promise<void> {
  await goTo(page, '特殊物品审批')
  await page.getByRole('searchbox').fill(number)
  await page.getByRole('searchbox').press('Enter')
  await page.getByRole('link', { name: number }).click()
}
