import { z } from 'zod'
import { stepKinds, type StepKind } from '#frame/calendar/clock-entries.ts'
import { dayWords } from '#frame/calendar/day.ts'
import { noteForm, stepNotes } from '#frame/kernel/step-note.ts'
import { doerWords } from '#frame/people/roles.ts'

const kind = z.enum(Object.keys(stepKinds) as [StepKind, ...StepKind[]])
const text = z.string()

/** What the history of a case says beside the name of a step. People's own words stand in it as typed. */
export const caseNotes = stepNotes({
  'handed-over': noteForm({ role: text, from: text, to: text, why: text }, (p) => ({
    zh: `${doerWords(p.role).zh}由${p.from}转交${p.to}。原因：${p.why}`,
    en: `${doerWords(p.role).en}: from ${p.from} to ${p.to}. Reason: ${p.why}`,
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
  'step-opened': noteForm({ kind, days: z.int(), why: text }, (p) => ({
    zh: `启动${stepKinds[p.kind].zh}，预计需要 ${p.days} 天。原因：${p.why}`,
    en: `${stepKinds[p.kind].en} opened, expected to take ${p.days} ${p.days === 1 ? 'day' : 'days'}. Reason: ${p.why}`,
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
