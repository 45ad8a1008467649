// 附表 with 2,000 rows in Chromium: until it is shown, from key to paint, until a paste is checked. Prints
// figures; asserts nothing.
import { chromium, type Page } from 'playwright-core'
import { servedHouse } from '#checks/served-house.ts'
import { signIn } from '#checks/visitor.ts'

const count = 2000
const rounds = 5
const keys = 40

/** One row with a fault in every tenth, as people bring them: nine columns. */
const cells = (n: number) => [
  `重组人白细胞介素 ${n + 1} 号`,
  n % 10 === 0 ? `XK-${n}` : `Recombinant human interleukin no. ${n + 1}`,
  '',
  `EX-IL-${n + 1}`,
  '',
  `B26${n}`,
  n % 10 === 5 ? '十支' : String(n + 1),
  '支',
  '0.1 mg/支',
]
const lines = Array.from({ length: count }, (_, n) => ({
  nameZh: `重组人白细胞介素 ${n + 1} 号`,
  nameEn: `Recombinant human interleukin no. ${n + 1}`,
  catalogueNo: `EX-IL-${n + 1}`,
  quantity: n + 1,
  packUnit: '支',
  specification: '0.1 mg/支',
  ingredients: '重组人白细胞介素（大肠杆菌表达），冻干粉',
  use: n % 10 === 0 ? '科研' : '细胞因子检测方法学研究的校准',
}))
const sheet = Array.from({ length: count }, (_, n) => cells(n).join('\t')).join('\n')

const median = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!
const say = (what: string, times: readonly number[]) =>
  console.log(
    `${what.padEnd(44)} median ${median(times).toFixed(0).padStart(5)} ms, worst ${Math.max(...times).toFixed(0)} ms`,
  )

const served = await servedHouse()
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
try {
  await served.start()
  const visitor = await signIn(served.base, 'shenqing')
  const { units } = await visitor.get<{ units: { id: string }[] }>('/api/licence-start')
  const draft = async () =>
    (await visitor.post('/api/licences', { unitId: units[0]!.id }, crypto.randomUUID())).reply.id
  const full = await draft()
  const saved = await visitor.post(`/api/licences/${full}/save`, { lines })
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.reply))
  const context = await browser.newContext({
    baseURL: served.base,
    locale: 'zh-CN',
    viewport: { width: 1280, height: 900 },
  })
  const [name, ...value] = visitor.cookie().split('=')
  await context.addCookies([{ name: name!, value: value.join('='), url: served.base }])
  const page = await context.newPage()
  await measureShown(page, full)
  await measureKeys(page)
  await measurePaste(page, await draft())
} finally {
  await browser.close()
  await served.remove()
}

/** From the press on the step until the rows are painted. */
async function measureShown(page: Page, id: string): Promise<void> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await page.goto(`/licence/${id}`)
    await page.getByRole('button', { name: '附表' }).waitFor()
    times.push(await until(page, { press: '附表', mark: '[data-cell="0.nameZh"]' }))
  }
  say(`${count} rows shown, from the press on the step`, times)
}

/** From a key until it is painted, in a row in the middle of the list. */
async function measureKeys(page: Page): Promise<void> {
  await page.locator('.item-scroll').evaluate((box) => box.scrollTo({ top: 1000 * 34 }))
  const cell = page.locator('[data-cell="1004.use"]')
  await cell.focus()
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { keyTimes: times })
    window.addEventListener(
      'keydown',
      () => {
        const began = performance.now()
        requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - began)))
      },
      true,
    )
  })
  for (let n = 0; n < keys; n += 1) await page.keyboard.type('x', { delay: 120 })
  const times = await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes)
  say('from key to paint', times)
}

/** From the paste until every cell is checked and painted. */
async function measurePaste(page: Page, id: string): Promise<void> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await page.goto(`/licence/${id}`)
    await page.getByRole('button', { name: '附表' }).click()
    const rows = page.locator('[data-cell="0.nameZh"]')
    if ((await rows.count()) === 0) await page.getByRole('button', { name: '添加一行' }).click()
    await rows.focus()
    times.push(
      await until(page, { paste: sheet, mark: '[data-wrong="error"] > [data-cell="5.quantity"]' }),
    )
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText(/已保存 \d\d:\d\d/).waitFor()
  }
  say(`paste of ${count} × 9 cells, checked`, times)
}

/** Does one thing in the page and waits until what it brings is painted. Out: milliseconds. */
function until(
  page: Page,
  asked: { mark: string; press?: string; paste?: string },
): Promise<number> {
  return page.evaluate(async ({ mark, press, paste }) => {
    const began = performance.now()
    if (press)
      [...document.querySelectorAll('button')].find((b) => b.textContent.includes(press))?.click()
    if (paste) {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', paste)
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.activeElement!.dispatchEvent(event)
    }
    // it runs in the page and has no outer scope there
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)))
    while (!document.querySelector(mark)) await frame()
    await frame()
    return performance.now() - began
  }, asked)
}
