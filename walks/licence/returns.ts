import assert from 'node:assert/strict'
import { passDay } from '#frame/calendar/reproject-jobs.ts'
import { plan } from '#frame/jobs/plan.ts'
import { act, enter, expectStatus, lookOver, openFromBench } from '../desk.ts'
import type { Walk } from '../walk.ts'

/** The case of the demonstration that waits for the second review. */
const number = 'TS2026-000006'

/** Proposes to grant, as the first reviewer does from the bench. */
async function propose(walk: Walk, opinion: string): Promise<void> {
  const first = await enter(walk, '何建安')
  await openFromBench(first, number)
  await act(first, '初审提出意见', async (dialog) => {
    await dialog.getByRole('radio', { name: '拟准予许可' }).check()
    await dialog.getByRole('textbox', { name: '初审意见' }).fill(opinion)
  })
  await expectStatus(first, '待复核')
}

/** The second review sends back, the first sends back to the window, and the case is granted at last. */
export async function sentBackAndGranted(walk: Walk): Promise<void> {
  const second = await enter(walk, '郑书宁')
  await openFromBench(second, number)
  await act(second, '复核退回初审', (dialog) =>
    dialog.getByRole('textbox', { name: '退回原因' }).fill('请核对描述性文件的签章'),
  )
  await expectStatus(second, '已受理（待初审）')

  const first = await enter(walk, '何建安')
  await openFromBench(first, number)
  await first.getByText('复核退回初审 1 次').waitFor()
  await act(first, '初审退回受理环节', async (dialog) => {
    await dialog.getByRole('textbox', { name: '退回原因' }).fill('描述性文件的签章页缺页')
    await lookOver(first)
  })
  await expectStatus(first, '已受理（退回受理环节）')

  const applicant = await enter(walk, '林知远')
  await openFromBench(applicant, number)
  await expectStatus(applicant, '已受理（退回受理环节）')
  await applicant.getByText('本次退回的原因：描述性文件的签章页缺页').waitFor()
  await applicant.getByText('受理日期和审批期限不变，期限继续计算。').waitFor()
  await applicant.getByRole('heading', { name: '咨询窗口' }).waitFor()
  await lookOver(applicant)

  const window = await enter(walk, '周雨桐')
  const back = window.getByRole('region', { name: /^初审退回/ })
  await back.getByRole('listitem').filter({ hasText: number }).getByRole('link').first().click()
  await window.getByRole('heading', { level: 1, name: number }).waitFor()
  await lookOver(window)
  await act(window, '转回初审', (dialog) =>
    dialog.getByRole('textbox', { name: '处理情况' }).fill('已收到补来的签章页，与原件一致'),
  )
  await expectStatus(window, '已受理（待初审）')

  await propose(walk, '签章页已核对，材料齐全属实，拟准予许可')
  const decider = await enter(walk, '郑书宁')
  await openFromBench(decider, number)
  await act(decider, '准予许可', async (dialog) => {
    await dialog.getByRole('radio', { name: 'A 级' }).waitFor()
    assert.ok(await dialog.getByRole('radio', { name: 'A 级' }).isChecked())
    await lookOver(decider)
  })
  await expectStatus(decider, '已审批')
  await decider.getByText('初审退回受理环节 1 次').waitFor()
  await lookOver(decider)
}

/** The case of the demonstration that waits to be accepted. */
const waiting = 'TS2026-000001'

/** Nobody answers within five working days: the law accepts, and the applicant holds the proof. */
export async function acceptedBySilence(walk: Walk): Promise<void> {
  const applicant = await enter(walk, '林知远')
  await openFromBench(applicant, waiting)
  await expectStatus(applicant, '待受理')
  await overNight(walk, '2026-12-01')
  const later = await enter(walk, '林知远')
  await openFromBench(later, waiting)
  await expectStatus(later, '已受理（待初审）')
  await later.getByText(/逾期未告知补正，自收到申请材料之日（2026年11月23日）起即为受理/).waitFor()
  await later.getByRole('link', { name: '受理凭证' }).waitFor()
  await lookOver(later)
}

/** Moves the clock to ten in the morning of a day, and waits until the law's acceptance is recorded. */
async function overNight(walk: Walk, day: string): Promise<void> {
  walk.setClock(`${day}T10:00:00+08:00`)
  const { db } = walk.house
  await db.transaction().execute((tx) => plan(tx, passDay, {}, { key: `walk ${day}` }))
  for (let tries = 0; tries < 60; tries++) {
    const row = await db
      .selectFrom('licence_case')
      .select('status')
      .where('number', '=', waiting)
      .executeTakeFirstOrThrow()
    if (row.status === 'accepted') return
    await new Promise((resolve) => void setTimeout(resolve, 500))
  }
  assert.fail('the night did not record the acceptance')
}
