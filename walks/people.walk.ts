import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { codeOf, stepAt } from '#frame/people/sign-in/totp.ts'
import { expectAccessible, expectFits } from './axe.ts'
import { startWalk, type Walk } from './walk.ts'

let walk: Walk
before(async () => {
  walk = await startWalk()
})
afterEach(() => walk.sweep())
after(() => walk.close())

/** Looks for faults of accessibility once everything stands. */
async function check(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await expectAccessible(page)
}

/** Chooses from a list by typing a part of it. */
async function choose(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

/** Signs in as a person of the demonstration, code from the demonstration's phone included. */
async function enter(page: Page, login: string): Promise<void> {
  await page.goto('/sign-in')
  await page.locator(`[data-demo="${login}"]`).click()
  await page.locator('[data-demo-code]').click()
  await page.waitForURL(/\/workbench/)
}

/** The phone of somebody who has just scanned the code on the page. */
async function phoneFrom(page: Page): Promise<() => string> {
  await page.getByText('不能扫码').click()
  const secret = (await page.locator('[data-secret]').getAttribute('data-secret')) ?? ''
  const bits = Array.from(secret, (c) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'),
  ).join('')
  const key = Buffer.from(bits.match(/.{8}/g)!.map((b) => Number.parseInt(b, 2)))
  return () => codeOf(key, stepAt(walk.now()))
}

/** Opens the newest mail of this title in the outbox of the demonstration, once its job has written it. */
async function openMail(page: Page, title: string, link: string): Promise<void> {
  const mail = page.locator('.outbox-text', { hasText: title }).first()
  for (let tries = 0; tries < 20; tries += 1) {
    await page.goto('/outbox', { waitUntil: 'networkidle' })
    if ((await mail.count()) > 0) break
  }
  await mail.getByRole('link', { name: link }).click()
}

test('S2-069 an officer is invited by mail, sets a password and a phone, and comes in', async () => {
  const security = await walk.window()
  await enter(security, 'anquan')
  await security.goto('/people/invite')
  await check(security)
  await security.getByLabel('姓名').fill('白露')
  await security.getByLabel('登录名').fill('bailu')
  await security.getByLabel('邮箱').fill('bailu@example.cn')
  await choose(security, '岗位', '海关负责人')
  await security.getByLabel('理由').fill('新到岗')
  await security.getByRole('button', { name: '发出邀请' }).click()
  await security.getByRole('heading', { level: 1, name: '白露' }).waitFor()
  await security.getByText('待激活').first().waitFor()

  const officer = await walk.window()
  await openMail(officer, '邀请您使用联管系统', '接受邀请')
  await officer.getByText('海关负责人').waitFor()
  await check(officer)
  await officer.getByLabel('新密码').fill('short')
  await officer.getByLabel('再输入一次').fill('short')
  await officer.getByRole('button', { name: '设置密码' }).click()
  await officer.getByText('密码至少12个字符').waitFor()
  await officer.getByLabel('新密码').fill('Qiushi-shanlin-47')
  await officer.getByLabel('再输入一次').fill('Qiushi-shanlin-47')
  await officer.getByRole('button', { name: '设置密码' }).click()
  await officer.getByText('账号已激活').waitFor()

  await officer.getByLabel('密码').fill('Qiushi-shanlin-47')
  await officer.getByRole('button', { name: '登录', exact: true }).click()
  await officer.getByRole('heading', { name: '绑定手机动态口令' }).waitFor()
  await officer.getByRole('img', { name: '绑定用二维码' }).waitFor()
  await check(officer)
  const phone = await phoneFrom(officer)
  // Nothing else opens before it is done.
  assert.equal((await officer.request.get('/api/me')).status(), 401)
  await officer.getByLabel('输入它显示的六位数字').fill('000000')
  await officer.getByRole('button', { name: '绑定', exact: true }).click()
  await officer.getByText('动态口令不对').waitFor()
  await officer.getByLabel('输入它显示的六位数字').fill(phone())
  await officer.getByRole('button', { name: '绑定', exact: true }).click()
  await officer.getByRole('heading', { name: '请保存恢复码' }).waitFor()
  await check(officer)
  const codes = await officer.locator('.recovery-codes li').allInnerTexts()
  assert.equal(codes.length, 10)
  await officer.getByLabel('我已妥善保存').check()
  await officer.getByRole('button', { name: '继续' }).click()
  await officer.waitForURL(/\/workbench/)

  const elsewhere = await walk.window()
  await elsewhere.goto('/sign-in?login=bailu')
  await elsewhere.getByLabel('密码').fill('Qiushi-shanlin-47')
  await elsewhere.getByRole('button', { name: '登录', exact: true }).click()
  await elsewhere.getByText('手机不在身边').click()
  await elsewhere.getByLabel('恢复码').fill(codes[3]!)
  await elsewhere.getByRole('button', { name: '继续' }).click()
  await elsewhere.waitForURL(/\/workbench/)
  await elsewhere.goto('/account')
  await elsewhere.getByText('剩 9 个恢复码').waitFor()
  await check(elsewhere)
  await elsewhere.getByRole('button', { name: '结束其他登录' }).click()
  await elsewhere.getByText('本机').waitFor()
  await elsewhere.waitForFunction(() => document.querySelectorAll('.account-own').length === 1)
  assert.equal((await officer.request.get('/api/me')).status(), 401)
})

test('a forgotten password is reset by mail; the old one is worth nothing and sessions end', async () => {
  const old = await walk.window()
  await old.goto('/sign-in')
  await old.locator('[data-demo="shenqing2"]').click()
  await old.locator('[data-demo-code]').click()
  await old.waitForURL(/\/workbench/)
  const page = await walk.window({ width: 390, height: 800 })
  await page.goto('/sign-in')
  await check(page)
  await page.getByLabel('登录名').fill('shenqing2')
  await page.getByRole('link', { name: '忘记密码' }).click()
  await page.getByRole('button', { name: '发送链接' }).click()
  await page.getByRole('heading', { name: '请查收邮件' }).waitFor()
  await openMail(page, '重设密码', '重设密码')
  await page.getByLabel('新密码').fill('Xiaoqiao-liushui')
  await page.getByLabel('再输入一次').fill('Xiaoqiao-liushui')
  await page.getByRole('button', { name: '设置密码' }).click()
  await page.getByText('密码已重设').waitFor()
  assert.equal((await old.request.get('/api/me')).status(), 401)
  await page.getByLabel('密码').fill('Lianguan-2026-demo')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByText('登录名或密码不对').waitFor()
  await page.getByLabel('密码').fill('Xiaoqiao-liushui')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: '输入动态口令' }).waitFor()
})

test('an auditor is proposed by one administrator and confirmed by another', async () => {
  const security = await walk.window()
  walk.setClock('2026-11-23T10:00:00+08:00')
  await enter(security, 'anquan')
  await security.goto('/people/invite')
  await security.getByLabel('姓名').fill('闻达')
  await security.getByLabel('登录名').fill('wenda')
  await security.getByLabel('邮箱').fill('wenda@example.cn')
  await choose(security, '岗位', '审计管理员')
  await security.getByText('另一位管理员确认').waitFor()
  await security.getByLabel('理由').fill('增设')
  await security.getByRole('button', { name: '发出邀请' }).click()
  await security.getByRole('heading', { level: 1, name: '闻达' }).waitFor()
  await security.goto('/people/proposals')
  await security.getByRole('button', { name: '为什么不能？（1）' }).first().click()
  await security.getByText('提议人本人不能确认').waitFor()
  await check(security)

  const system = await walk.window()
  await enter(system, 'xitong')
  await system.goto('/people/proposals')
  await system.getByRole('button', { name: '确认', exact: true }).click()
  const dialog = system.getByRole('dialog')
  await dialog.getByLabel('理由').fill('同意')
  await dialog.locator('[data-confirm]').click()
  await system.getByText('已确认', { exact: true }).first().waitFor()
})

test('the pages of people fit a phone and pass axe', async () => {
  walk.setClock('2026-11-23T11:00:00+08:00')
  const pages: Record<string, string[]> = {
    anquan: ['/account', '/people', '/people/invite', '/people/proposals'],
    shenji: ['/sign-in-log'],
    chushen: ['/account'],
  }
  for (const [login, paths] of Object.entries(pages)) {
    const page = await walk.window({ width: 390, height: 844 })
    await enter(page, login)
    for (const path of paths) {
      await page.goto(path)
      await check(page)
      await expectFits(page)
    }
  }
})
