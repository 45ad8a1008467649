import { fileURLToPath } from 'node:url'
import { dayInWords } from '#frame/calendar/day.ts'
import { definePaper } from '#frame/papers/kind.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { quotaReaders } from '../states.ts'
import { writeOffFacts } from './write-off-facts.ts'

/** Papers of a permit in use. */
export const quotaPapers = {
  // S2-041
  writeOff: definePaper({
    kind: 'quota.write-off',
    title: { zh: '特殊物品核销单', en: 'Write-off confirmation' },
    template: fileURLToPath(new URL('./write-off.typ', import.meta.url)),
    version: 1,
    subject: 'write-off',
    readers: [...unitRoles, ...quotaReaders],
    facts: writeOffFacts,
    mark: () => '特核',
    recipient: (f) => f.applicant.name,
    shown: (f) => [
      { label: { zh: '审批单编号', en: 'Permit number' }, value: f.permitNumber },
      { label: { zh: '口岸', en: 'Port' }, value: f.port },
      { label: { zh: '核销日期', en: 'Confirmed on' }, value: dayInWords(f.confirmedDay) },
      ...f.rows.map((row) => ({
        label: { zh: row.name, en: row.name },
        value: `${row.confirmed}（余 ${row.left}）`,
      })),
    ],
  }),
}
