import { z } from 'zod'
import { dayWords } from '#frame/calendar/day.ts'
import { noteForm, stepNotes } from '#frame/kernel/step-note.ts'

const text = z.string()

/** What the history of a registration says beside the name of a step. People's own words stand as typed. */
export const registrationNotes = stepNotes({
  own: noteForm({ text }, (p) => ({ zh: p.text, en: p.text })),
  why: noteForm({ text }, (p) => ({ zh: `原因：${p.text}`, en: `Reason: ${p.text}` })),
  takenOver: noteForm({ number: text }, (p) => {
    const number = p.number && ` ${p.number}`
    return {
      zh: `填写的内容和上传的文件已带入，来自撤回的那一件${number}`,
      en: `Fields and files were taken over from the one taken back${number}`,
    }
  }),
  asked: noteForm({ n: z.int(), why: text }, ({ n, why }) => ({
    zh: `申请变更 ${n} 项。原因：${why}`,
    en: `${n} ${n === 1 ? 'item' : 'items'} to change. Reason: ${why}`,
  })),
  submitted: noteForm({ day: text }, ({ day }) => ({
    zh: `请在 ${dayWords(day).zh} 前携带原件和加盖公章的复印件到窗口交验`,
    en: `Originals and sealed copies are to be shown by ${dayWords(day).en}`,
  })),
  seen: noteForm({}, () => ({
    zh: '原件与上传的扫描件一致，等待审核通过',
    en: 'The originals agree with the scans',
  })),
  returned: noteForm({ n: z.int() }, ({ n }) => ({
    zh: `退回修改，需要改正 ${n} 项`,
    en: `Returned with ${n} ${n === 1 ? 'item' : 'items'} to mend`,
  })),
})
