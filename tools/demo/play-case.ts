import { addDays, todayInBeijing, type Day } from '#frame/calendar/day.ts'
import type { House } from '#frame/house.ts'
import { acceptAct } from '#rooms/licence/accept.ts'
import { askCorrectionAct } from '#rooms/licence/ask-correction.ts'
import { createAct } from '#rooms/licence/create.ts'
import { grantAct } from '#rooms/licence/grant.ts'
import type { CaseForm } from '#rooms/licence/forms.ts'
import { loadCase } from '#rooms/licence/load-case.ts'
import { openStepAct } from '#rooms/licence/open-step.ts'
import { proposeAct } from '#rooms/licence/propose.ts'
import { receiveAct } from '#rooms/licence/receive.ts'
import { refuseAct } from '#rooms/licence/refuse.ts'
import { saveAct } from '#rooms/licence/save.ts'
import type { CaseSlot } from '#rooms/licence/slot.ts'
import { shownFor } from '#rooms/licence/slots.ts'
import { licenceLife } from '#rooms/licence/states.ts'
import { submitAct } from '#rooms/licence/submit.ts'
import { withdrawAct } from '#rooms/licence/withdraw.ts'
import { confirmAct } from '#rooms/quota/confirm.ts'
import { permitOfCase } from '#rooms/quota/public.ts'
import { requestAct } from '#rooms/quota/request.ts'
import { permitLife, writeOffLife } from '#rooms/quota/states.ts'
import { type DemoCase, type DemoStep } from './cases.ts'
import { bringDocument, wordFile } from './documents.ts'
import { officerActs } from './officer-steps.ts'
import { type Play } from './play.ts'

/** Who applies for a unit of the demonstration. */
export const applicant = { jinghua: 'shenqing', beichen: 'shenqing2' }
const window = { jinghua: 'chuangkou', beichen: 'chuangkou2' }

/** Plays one case, from the empty form as far as it has come. In: unit id, a scan for each slot. */
export async function playCase(
  play: Play,
  demo: DemoCase,
  unitId: string,
  scans: Record<string, Buffer>,
): Promise<void> {
  const who = applicant[demo.unit]
  const house = play.on(demo.createdAgo, 9)
  const { id } = await play.act(house, who, createAct, licenceLife, { unitId })
  const form = demo.steps.length > 0 ? withDays(demo, todayInBeijing(house.clock.now())) : demo.form
  const changes = Object.entries(form).map(([name, value]) => ({ name, seen: null, value }))
  await play.act(house, who, saveAct, licenceLife, { id, changes, lines: demo.lines })
  const actor = await play.actor(house, who)
  const article = demo.lines[0]?.nameZh ?? ''
  for (const slot of demo.documents ? await neededBy(house, id) : []) {
    const place = { subject: 'licence', subjectId: id, slot: slot.code }
    if (slot.code === 'description') {
      const bytes = wordFile(`${article}描述性文件`, describe(demo))
      await bringDocument(house, actor, place, `${article}描述性文件.docx`, bytes)
    } else await bringDocument(house, actor, place, `${slot.title.zh}.pdf`, scans[slot.code]!)
  }
  for (const step of demo.steps) await playStep(play, demo, id, step)
}

/** Days that move with today: shipped and crossing some weeks after it was filled in. */
const withDays = ({ form }: DemoCase, today: Day): CaseForm => ({
  ...form,
  rateDay: today,
  shippingDay: addDays(today, 21),
  plannedDay: addDays(today, 25),
})

/** The documents a case as filled in must bring. */
async function neededBy(house: House, id: string): Promise<CaseSlot[]> {
  const facts = await loadCase(house.db, id, todayInBeijing(house.clock.now()))
  return shownFor(facts!).flatMap(({ slot, asked }) => (asked.required ? [slot] : []))
}

function describe({ lines, form }: DemoCase): string[] {
  return [
    ...lines.map((l) => `${l.nameZh}（${l.nameEn}）：${l.ingredients}。用途：${l.use}。`),
    `存储运输：干冰运输，-20℃ 以下保存。使用地址：${form.useAddress ?? ''}。`,
    '申请单位承诺所提交的信息真实有效。本文件为演示用的虚构材料。',
  ]
}

async function versionOf(house: House, id: string): Promise<number> {
  const row = await house.db
    .selectFrom('licence_case')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.version
}

async function playStep(play: Play, demo: DemoCase, id: string, step: DemoStep): Promise<void> {
  const { act: name, ago, ...said } = step
  const hours = {
    submit: 10,
    withdraw: 10,
    correct: 14,
    accept: 14,
    step: 15,
    propose: 10,
    grant: 15,
    refuse: 15,
    request: 9,
    confirm: 11,
    receive: 9,
    lapse: 11,
    'return-to-window': 15,
    'not-in-scope': 14,
    extend: 16,
    'clear-prohibition': 16,
  }
  const house = play.on(ago, hours[name])
  const on = async () => ({ id, version: await versionOf(house, id) })
  const run = async (login: string, act: Parameters<Play['act']>[2], more: object = {}) =>
    play.act(house, login, act, licenceLife, { ...(await on()), ...more })
  if (step.act === 'request' || step.act === 'confirm')
    return playWriteOff(play, house, demo, id, step)
  if (step.act in officerActs) {
    const { act, who } = officerActs[step.act as keyof typeof officerActs]
    await run(who === 'window' ? window[demo.unit] : who, act, said)
    return
  }
  const acts = {
    receive: () => play.act(house, applicant[demo.unit], receiveAct, licenceLife, { id }),
    submit: () => run(applicant[demo.unit], submitAct),
    withdraw: () => run(applicant[demo.unit], withdrawAct, said),
    accept: () => run(window[demo.unit], acceptAct),
    correct: () => run(window[demo.unit], askCorrectionAct, said),
    step: () => run('chushen', openStepAct, { ...said, kind: 'expert' }),
    propose: () => run('chushen', proposeAct, said),
    grant: () => run('fuhe', grantAct),
    refuse: () =>
      run('fuhe', refuseAct, {
        ...said,
        basis:
          '《出入境特殊物品卫生检疫管理规定》第八条；《中华人民共和国行政许可法》第三十八条第二款',
      }),
  }
  await acts[step.act as keyof typeof acts]()
}

async function playWriteOff(
  play: Play,
  house: House,
  demo: DemoCase,
  caseId: string,
  step: Extract<DemoStep, { act: 'request' | 'confirm' }>,
): Promise<void> {
  const unit = await house.db
    .selectFrom('licence_case')
    .select('unit_id')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  const permit = await permitOfCase(house.db, unit.unit_id, caseId)
  if (!permit) throw new Error('a write-off needs a permit')
  if (step.act === 'request') {
    const { version } = await house.db
      .selectFrom('permit')
      .select('version')
      .where('id', '=', permit.id)
      .executeTakeFirstOrThrow()
    const plannedDay = new Date(house.clock.now().getTime() + 3 * 86_400_000)
      .toISOString()
      .slice(0, 10)
    const said = {
      permitId: permit.id,
      version,
      port: step.port,
      plannedDay,
      transport: '航空运输，干冰',
      lines: step.lines,
    }
    await play.act(house, applicant[demo.unit], requestAct, permitLife, said)
    return
  }
  const open = await house.db
    .selectFrom('write_off')
    .select(['id', 'version'])
    .where('permit_id', '=', permit.id)
    .where('status', '=', 'requested')
    .executeTakeFirstOrThrow()
  const lines = step.actual.map((actual, i) => ({ n: i + 1, actual }))
  await play.act(house, 'kouan', confirmAct, writeOffLife, {
    ...open,
    lines,
    note: '包装完好，数量以查验为准',
  })
}
