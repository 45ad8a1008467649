import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { act, enter, goTo, lookOver, openWindow, phone } from '../desk.ts'
import type { Walk } from '../walk.ts'

/** The page of a unit: by its own people, on a phone, in English, and by an officer who only reads. */
export async function unitPage(walk: Walk): Promise<void> {
  const page = await enter(walk, '林知远')
  await page
    .getByRole('navigation', { name: '主导航' })
    .getByRole('link', { name: '本单位' })
    .click()
  await page.getByRole('heading', { level: 1, name: '京华大学医学部' }).waitFor()
  const address = new URL(page.url()).pathname
  await page.getByRole('heading', { name: '成员' }).waitFor()
  await lookOver(page)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '存入日历' }).click(),
  ])
  assert.match(await readFile(await file.path(), 'utf8'), /^BEGIN:VCALENDAR[\s\S]*VALUE=DATE:/)
  const before = await page.locator('[data-place=mobile] dd').innerText()
  await act(page, '修改联系方式', async (dialog) => {
    await dialog.getByLabel('手机号码').fill('1390000')
    await dialog.getByRole('button', { name: '修改联系方式' }).click()
    await dialog.locator('.form-errors').first().waitFor()
    await lookOver(page)
    await dialog.getByLabel('手机号码').fill('13900000777')
  })
  await page.locator('[data-place=mobile]').getByText('13900000777').waitFor()
  await page.getByRole('cell', { name: '单位自行修改' }).waitFor()
  const yesterday = new Date(walk.now().getTime() - 86_400_000).toISOString().slice(0, 10)
  await page.goto(`${address}?day=${yesterday}`)
  await page.locator('[data-place=mobile]').getByText(before).waitFor()
  await lookOver(page)
  await page.goto(`${address}?day=2020-01-01`)
  await page.getByText('还没有生效的登记信息').waitFor()
  await page.getByRole('button', { name: '更换联系人' }).waitFor()
  const small = await openWindow(walk, phone)
  await small.context().addCookies(await page.context().cookies())
  await small.goto(address)
  await small.getByRole('heading', { name: '成员' }).waitFor()
  await lookOver(small)
  await small.getByRole('button', { name: 'English' }).click()
  await small.getByRole('heading', { name: 'What ends' }).waitFor()
  await lookOver(small)
  await asOfficer(walk)
}

async function asOfficer(walk: Walk): Promise<void> {
  const officer = await enter(walk, '卢晓棠')
  await goTo(officer, '单位名录')
  await officer.getByRole('searchbox').fill('京华')
  await officer.getByRole('searchbox').press('Enter')
  await officer.getByRole('link', { name: '京华大学医学部' }).click()
  await officer.getByRole('heading', { name: '成员' }).waitFor()
  await lookOver(officer)
  assert.equal(await officer.getByRole('button', { name: '修改联系方式' }).count(), 0)
  assert.equal(await officer.getByRole('link', { name: '邀请同事' }).count(), 0)
}
