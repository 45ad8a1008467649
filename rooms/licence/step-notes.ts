import { z } from 'zod'
import { stepKinds, type StepKind } from '#frame/calendar/clock-entries.ts'
import { dayWords } from '#frame/calendar/day.ts'
import { prohibitions } from '#frame/catalogue/prohibitions.ts'
import { noteForm, stepNotes } from '#frame/kernel/step-note.ts'
import { doerWords } from '#frame/people/roles.ts'
import { deliveryWays, type DeliveryWay } from './delivery-ways.ts'

/** An exception to a prohibition of law, by its code. */
const exceptionWords = (code: string) =>
  prohibitions.flatMap((rule) => rule.exceptions).find((one) => one.code === code)?.title ?? {
    zh: code,
    en: code,
  }

const kind = z.enum(Object.keys(stepKinds) as [StepKind, ...StepKind[]])
const text = z.string()

/** What the history of a case says beside the name of a step. People's own words stand in it as typed. */
export const caseNotes = stepNotes({
  'handed-over': noteForm({ role: text, from: text, to: text, why: text }, (p) => ({
    zh: `${doerWords(p.role).zh}由${p.from}转交${p.to}。原因：${p.why}`,
    en: `${doerWords(p.role).en}: from ${p.from} to ${p.to}. Reason: ${p.why}`,
  })),
  taken: noteForm({ role: text }, ({ role }) => ({
    zh: `${doerWords(role).zh}领取`,
    en: `Taken by: ${doerWords(role).en}`,
  })),
  own: noteForm({ text }, (p) => ({ zh: p.text, en: p.text })),
  'filed-again': noteForm({}, () => ({ zh: '补正后再次提交', en: 'Filed again after correction' })),
  withdrawn: noteForm({ why: text }, ({ why }) => ({
    zh: `撤回原因：${why}`,
    en: `Reason for withdrawing: ${why}`,
  })),
  accepted: noteForm({}, () => ({
    zh: '材料齐全，符合法定形式，予以受理',
    en: 'Complete and in the form the law asks for: accepted',
  })),
  deemed: noteForm({ day: text }, ({ day }) => ({
    zh: `逾期未告知补正，自收到申请材料之日（${dayWords(day).zh}）起即为受理，审批期限自该日起计算`,
    en: `No correction was asked for in time: accepted by law as of the day of receipt (${dayWords(day).en}), from which the term of decision counts`,
  })),
  'told-once': noteForm({ n: z.int() }, ({ n }) => ({
    zh: `一次性告知需补正 ${n} 项`,
    en: `${n} ${n === 1 ? 'item' : 'items'} to correct, all told at once`,
  })),
  'not-accepted': noteForm({ kind: z.enum(['no-approval', 'elsewhere']), why: text }, (p) => ({
    zh: `${p.kind === 'no-approval' ? '依法不需要取得本许可' : '不属于本机关职权范围'}，不予受理。理由：${p.why}`,
    en: `${p.kind === 'no-approval' ? 'No such approval is needed' : 'Another body decides'}: not accepted. Reason: ${p.why}`,
  })),
  lapsed: noteForm({ day: text }, ({ day }) => ({
    zh: `补正期限（${dayWords(day).zh}）已过，没有收到补正，本次申请终结，可以重新申请`,
    en: `Nothing came by ${dayWords(day).en}: this application ends, a new one may be filed`,
  })),
  'to-window': noteForm({ why: text, n: z.int() }, ({ why, n }) => ({
    zh: `初审第 ${n} 次退回受理环节，受理日期和审批期限不变。原因：${why}`,
    en: `Sent back to the window (no. ${n}); day of acceptance and term of decision stay as they are. Reason: ${why}`,
  })),
  'sent-on': noteForm({ mended: text }, ({ mended }) => ({
    zh: `受理环节处理后转回初审：${mended}`,
    en: `Put right and sent on to the first review: ${mended}`,
  })),
  'refusal-proposed': noteForm({}, () => ({
    zh: '受理环节提出不予许可意见，进入复核',
    en: 'The window proposes to refuse; second review begins',
  })),
  extended: noteForm({ days: z.int(), day: text, why: text }, (p) => ({
    zh: `经负责人批准，审批期限延长 ${p.days} 个工作日，至${dayWords(p.day).zh}届满。理由：${p.why}`,
    en: `Extended by ${p.days} working days with approval of the head, to ${dayWords(p.day).en}. Reason: ${p.why}`,
  })),
  cleared: noteForm({ exception: text, basis: text }, (p) => ({
    zh: `海关负责人指明例外，解除法律禁止：${exceptionWords(p.exception).zh}。依据：${p.basis}`,
    en: `The leader named the exception: ${exceptionWords(p.exception).en}. Basis: ${p.basis}`,
  })),
  regraded: noteForm({ from: text, to: text, why: text }, (p) => ({
    zh: `风险等级由初审建议的 ${p.from} 级改为 ${p.to} 级。理由：${p.why}`,
    en: `Grade changed from the proposed ${p.from} to ${p.to}. Reason: ${p.why}`,
  })),
  delivered: noteForm(
    { way: z.enum(Object.keys(deliveryWays) as [DeliveryWay, ...DeliveryWay[]]), day: text },
    ({ way, day }) => ({
      zh: `决定已于${dayWords(day).zh}送达（${deliveryWays[way].zh}）`,
      en: `Delivered on ${dayWords(day).en}: ${deliveryWays[way].en}`,
    }),
  ),
  /** Older rows counted calendar days. */
  'step-opened': noteForm({ kind, days: z.int(), why: text }, (p) => ({
    zh: `启动${stepKinds[p.kind].zh}，预计需要 ${p.days} 天。原因：${p.why}`,
    en: `${stepKinds[p.kind].en} opened, expected to take ${p.days} ${p.days === 1 ? 'day' : 'days'}. Reason: ${p.why}`,
  })),
  'step-begun': noteForm({ kind, workdays: z.int(), why: text }, (p) => ({
    zh: `启动${stepKinds[p.kind].zh}，预计需要 ${p.workdays} 个工作日。原因：${p.why}`,
    en: `${stepKinds[p.kind].en} opened, expected to take ${p.workdays} working ${p.workdays === 1 ? 'day' : 'days'}. Reason: ${p.why}`,
  })),
  'onsite-officers': noteForm({ names: text }, ({ names }) => ({
    zh: `现场核查人员：${names}`,
    en: `Officers on site: ${names}`,
  })),
  'step-closed': noteForm({ kind }, (p) => ({
    zh: `${stepKinds[p.kind].zh}结束`,
    en: `${stepKinds[p.kind].en} closed`,
  })),
  proposed: noteForm({}, () => ({
    zh: '初审完成，进入复核',
    en: 'First review done; second review begins',
  })),
  opinion: noteForm({ conclusion: z.enum(['grant', 'refuse']), text }, (p) => ({
    zh: `${p.conclusion === 'grant' ? '拟准予许可' : '拟不予许可'}：${p.text}`,
    en: `${p.conclusion === 'grant' ? 'Proposes to grant' : 'Proposes to refuse'}: ${p.text}`,
  })),
  returned: noteForm({}, () => ({
    zh: '复核退回初审，受理日期和审批期限不变',
    en: 'Back to the first review; day of acceptance and term of decision stay as they are',
  })),
  granted: noteForm({ permit: text }, ({ permit }) => ({
    zh: `准予许可，审批单 ${permit}`,
    en: `Granted, permit ${permit}`,
  })),
  refused: noteForm({ reasons: text }, ({ reasons }) => ({
    zh: `不予许可。理由：${reasons}`,
    en: `Refused. Reasons: ${reasons}`,
  })),
})
