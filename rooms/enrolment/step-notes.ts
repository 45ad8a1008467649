import { z } from 'zod'
import { noteForm, stepNotes } from '#frame/kernel/step-note.ts'
import type { Remark } from './facts.ts'

const text = z.string()
const remark = z.strictObject({ at: text, what: text })

/** What the history of a request says beside the name of a step. People's own words stand as typed. */
export const enrolmentNotes = stepNotes({
  own: noteForm({ text }, (p) => ({ zh: p.text, en: p.text })),
  approved: noteForm({ branchZh: text, branchEn: text, login: text }, (p) => ({
    zh: `监管机构：${p.branchZh}；登录名：${p.login}`,
    en: `Supervised by: ${p.branchEn}; sign-in name: ${p.login}`,
  })),
  // the remarks stand in the step too: the row loses them when the request is filed again
  returned: noteForm({ n: z.int(), remarks: z.array(remark).default([]) }, ({ n }) => ({
    zh: `需要修改 ${n} 项`,
    en: `${n} ${n === 1 ? 'item' : 'items'} to mend`,
  })),
  sent: noteForm({ until: text }, ({ until }) => ({
    zh: `链接在 ${until} 前有效`,
    en: `The link is good until ${until}`,
  })),
})

const reasoned = z.object({
  params: z.object({ remarks: z.array(remark).default([]), text: text.optional() }),
})

/** S2-066 why a step returned or refused the request, as it was said then; none for other steps. */
export function remarksOf(note: string | null): Remark[] {
  if (note === null) return []
  const { params } = reasoned.parse(JSON.parse(note))
  return params.text === undefined ? params.remarks : [{ at: 'form', what: params.text }]
}
