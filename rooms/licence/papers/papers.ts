import { fileURLToPath } from 'node:url'
import { dayInWords } from '#frame/calendar/day.ts'
import { definePaper, type ShownFact, type Standing } from '#frame/papers/kind.ts'
import { unitRoles, type Role } from '#frame/people/roles.ts'
import { permitOfCase } from '#rooms/quota/public.ts'
import { decisionOpened } from '../receive.ts'
import { officerReaders } from '../states.ts'
import {
  acceptanceFacts,
  correctionFacts,
  extensionFacts,
  nonAcceptanceFacts,
  permitFacts,
  refusalFacts,
  specialStepFacts,
} from './facts.ts'

const template = (name: string) => fileURLToPath(new URL(`./${name}.typ`, import.meta.url))

const directionZh = { entry: '入', exit: '出' } as const

const fact = (zh: string, en: string, value: string): ShownFact => ({ label: { zh, en }, value })
const caseFacts = (f: { matter: string; caseNumber: string; articles: string }) => [
  fact('申请事项', 'Matter', f.matter),
  fact('办件编号', 'Case number', f.caseNumber),
  fact('物品', 'Articles', f.articles),
]
const recipient = (f: { applicant: { name: string } }) => f.applicant.name
const readers: readonly Role[] = [...unitRoles, ...officerReaders]
const common = { version: 1, subject: 'licence', readers, recipient }

/** Papers of an application for a special-article approval. */
export const licencePapers = {
  // S2-029
  acceptance: definePaper({
    ...common,
    kind: 'licence.acceptance',
    title: { zh: '受理凭证', en: 'Proof of acceptance' },
    template: template('acceptance'),
    facts: acceptanceFacts,
    mark: () => '特受',
    shown: (f) => [
      ...caseFacts(f),
      fact('受理日期', 'Accepted on', dayInWords(f.acceptedDay)),
      fact('办理期限届满', 'Decision due', dayInWords(f.dueDay)),
    ],
  }),
  // S2-033
  correction: definePaper({
    ...common,
    kind: 'licence.correction',
    title: { zh: '材料补正告知书', en: 'Notice of corrections needed' },
    template: template('correction'),
    facts: correctionFacts,
    mark: () => '特补',
    shown: (f) => [
      ...caseFacts(f),
      fact('需补正项数', 'Items to correct', String(f.items.length)),
      fact('补正期限', 'Answer by', dayInWords(f.deadline)),
    ],
  }),
  // S2-034
  nonAcceptance: definePaper({
    ...common,
    kind: 'licence.non-acceptance',
    title: { zh: '行政许可不予受理决定书', en: 'Decision not to accept' },
    template: template('non-acceptance'),
    facts: nonAcceptanceFacts,
    mark: () => '特不受',
    shown: caseFacts,
    opened: decisionOpened,
  }),
  // S2-039
  refusal: definePaper({
    ...common,
    kind: 'licence.refusal',
    title: { zh: '不予行政许可决定书', en: 'Decision of refusal' },
    template: template('refusal'),
    facts: refusalFacts,
    mark: () => '特不许',
    shown: caseFacts,
    opened: decisionOpened,
  }),
  // S2-047
  specialStep: definePaper({
    ...common,
    kind: 'licence.special-step',
    // since 2 the expected time is in working days
    version: 2,
    title: { zh: '特殊环节时间告知书', en: 'Notice of time not counted' },
    template: template('special-step'),
    facts: specialStepFacts,
    mark: () => '特告',
    shown: (f) => [
      ...caseFacts(f),
      fact('环节', 'Step', f.step),
      fact('预计结束', 'Expected end', dayInWords(f.expectedEnd)),
    ],
  }),
  // S2-045
  extension: definePaper({
    ...common,
    kind: 'licence.extension',
    title: { zh: '延长办理期限告知书', en: 'Notice of extension' },
    template: template('extension'),
    facts: extensionFacts,
    mark: () => '特延',
    shown: (f) => [...caseFacts(f), fact('延长后届满', 'Decision due', dayInWords(f.dueDay))],
  }),
  // S2-040
  permit: definePaper({
    ...common,
    kind: 'licence.permit',
    version: 2,
    // the port checks goods against it
    readers: [...readers, 'customs-port'],
    title: { zh: '特殊物品卫生检疫审批单', en: 'Special-article quarantine permit' },
    printed: (f) => `${directionZh[f.direction]}境特殊物品卫生检疫审批单`,
    template: template('permit'),
    facts: permitFacts,
    mark: (f) => `特许${directionZh[f.direction]}`,
    shown: (f) => [
      fact('办件编号', 'Case number', f.caseNumber),
      fact('口岸', 'Port', f.port),
      fact('风险等级', 'Risk grade', f.grade),
      fact('核销方式', 'Write-off', f.usesText),
      fact('有效期', 'Valid', `${dayInWords(f.validFrom)}至${dayInWords(f.validTo)}（含当日）`),
      ...f.rows.map((row, i) =>
        fact(`物品 ${i + 1}`, `Article ${i + 1}`, `${row.name}，${row.quantity}`),
      ),
    ],
    opened: decisionOpened,
    standing: async (db, { unitId, subjectId, facts }, today) => {
      const permit = await permitOfCase(db, unitId, subjectId)
      return permit?.status === 'used-up' ? usedUp : validity(facts, today)
    },
  }),
}

// S2-041 nothing is left to write off
const usedUp: Standing = {
  holds: false,
  words: { zh: '已核销完毕', en: 'Used up' },
  since: null,
}

/** 160号令 14: an approval holds from its first to its last day, both included. */
export function validity(f: { validFrom: string; validTo: string }, today: string): Standing {
  if (today < f.validFrom)
    return { holds: false, words: { zh: '尚未生效', en: 'Not yet in force' }, since: f.validFrom }
  if (today > f.validTo)
    return { holds: false, words: { zh: '已过有效期', en: 'Expired' }, since: f.validTo }
  return { holds: true, words: { zh: '有效', en: 'In force' }, since: f.validFrom }
}
