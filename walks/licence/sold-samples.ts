import { choose, enter, lookOver, phone } from '../desk.ts'
import type { Walk } from '../walk.ts'
import { begin, fillArticle } from './fill-in.ts'

/** A sales unit asks for blood that is no merchandise, for a destination elsewhere: all reasons stand there. */
export async function soldSamples(walk: Walk): Promise<void> {
  const page = await enter(walk, '谢南乔')
  await begin(page)
  await fillArticle(page, {
    standing: '入境：收货并由本单位使用',
    class: '血液及血液制品',
    kind: '全血',
    purpose: '检验、检测',
    trade: '非商品',
  })
  const refusals = page.getByText('按现在的填写不能申请：')
  await refusals.waitFor()
  await page.getByText('收货而不销售的，应当以使用者或者生产企业的身份申请').first().waitFor()
  await page.getByText('不能以销售单位的名义申请').first().waitFor()
  await lookOver(page)
  await page.setViewportSize(phone)
  await lookOver(page)
  await page.setViewportSize({ width: 1280, height: 900 })
  // as merchandise, and received to be sold, it may be applied for
  await page.getByRole('radio', { name: '入境：收货后销售给使用单位', exact: true }).check()
  await page.getByRole('radio', { name: '商品', exact: true }).check()
  await refusals.waitFor({ state: 'hidden' })
  await page.getByRole('radio', { name: '只代办进出口手续', exact: true }).check()
  await page.getByText('单纯的进出口代理不能作为申请人').first().waitFor()
  await choose(page, '物品种类', '血清')
  await lookOver(page)
}
