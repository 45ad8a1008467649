import { fileURLToPath } from 'node:url'
import { dayInWords } from '#frame/calendar/day.ts'
import { definePaper } from '#frame/papers/kind.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { windowOfficers } from '../states.ts'
import { receiptForm } from './receipt-facts.ts'

/** Papers of the window. */
export const windowPapers = {
  // S2-025
  receipt: definePaper({
    kind: 'registration.receipt',
    title: { zh: '单位登记材料交验回执', en: 'Receipt of originals shown' },
    template: fileURLToPath(new URL('./receipt.typ', import.meta.url)),
    version: 1,
    subject: 'registration',
    readers: [...unitRoles, ...windowOfficers],
    facts: receiptForm,
    mark: () => '特交',
    recipient: (f) => f.applicant.name,
    shown: (f) => [
      { label: { zh: '登记编号', en: 'Registration' }, value: f.registrationNumber },
      { label: { zh: '交验日期', en: 'Shown on' }, value: dayInWords(f.day) },
      {
        label: { zh: '结果', en: 'Result' },
        value: f.complete ? '现场审核合格' : '需要补齐后再次交验',
      },
    ],
  }),
}
