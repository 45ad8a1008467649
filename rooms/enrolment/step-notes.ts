import { z } from 'zod'
import { noteForm, stepNotes } from '#frame/kernel/step-note.ts'

const text = z.string()

/** What the history of a request says beside the name of a step. People's own words stand as typed. */
export const enrolmentNotes = stepNotes({
  own: noteForm({ text }, (p) => ({ zh: p.text, en: p.text })),
  approved: noteForm({ branchZh: text, branchEn: text, login: text }, (p) => ({
    zh: `监管机构：${p.branchZh}；登录名：${p.login}`,
    en: `Supervised by: ${p.branchEn}; sign-in name: ${p.login}`,
  })),
  returned: noteForm({ n: z.int() }, ({ n }) => ({
    zh: `需要修改 ${n} 项`,
    en: `${n} ${n === 1 ? 'item' : 'items'} to mend`,
  })),
  sent: noteForm({ until: text }, ({ until }) => ({
    zh: `链接在 ${until} 前有效`,
    en: `The link is good until ${until}`,
  })),
})
