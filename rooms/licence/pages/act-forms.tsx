import type { ActForm } from '#shell/parts/act-form.ts'
import { PlaceNotes } from '#shell/parts/place-notes.tsx'
import { stepKinds } from '#frame/calendar/clock-entries.ts'
import { caseFields } from '../case-fields.ts'
import { caseSlots } from '../slots.ts'
import type { CaseView } from '../views.ts'
import { actWords } from './act-words.ts'
import { longField as long } from './long-field.ts'
import { officerForms } from './officer-forms.ts'
import { refusalForm } from './refusal-form.ts'

/** What each act asks before it is done. In: the case, for what is proposed beforehand. */
export function actForms(view: CaseView): Record<string, ActForm> {
  return {
    'licence.submit': { text: actWords.submit },
    'licence.withdraw': {
      danger: true,
      text: actWords.withdraw,
      fields: [long('why', '撤回原因', 'Reason')],
    },
    'licence.accept': { text: actWords.accept },
    'licence.ask-correction': {
      wide: true,
      text: actWords.correction,
      fields: [
        {
          name: 'items',
          kind: 'corrections',
          title: { zh: '需要补正的内容', en: 'To correct' },
          required: true,
          wide: true,
        },
        {
          name: 'answerDays',
          kind: 'integer',
          title: { zh: '补正期限', en: 'Days to answer' },
          unit: { zh: '个工作日', en: 'working days' },
          required: true,
        },
      ],
      initial: { items: [{ at: '', what: '' }], answerDays: view.answerDays },
      controls: {
        corrections: (props) => <PlaceNotes {...props} places={places} what={actWords.what} />,
      },
    },
    'licence.open-step': {
      text: actWords.step,
      fields: [
        { name: 'kind', kind: 'choice', title: { zh: '环节', en: 'Step' }, required: true },
        {
          name: 'expectedDays',
          kind: 'integer',
          title: { zh: '预计需要', en: 'Expected' },
          unit: { zh: '个工作日', en: 'working days' },
          required: true,
        },
        long('reason', '原因', 'Reason'),
        {
          name: 'officers',
          kind: 'text',
          title: { zh: '现场核查人员', en: 'Officers on site' },
          hint: {
            zh: '现场评估须写明两名以上人员的姓名，用顿号分开；其他环节不填。',
            en: 'For an on-site assessment: two names or more.',
          },
        },
      ],
      choices: (name) => (name === 'kind' ? { ...stepKinds } : undefined),
    },
    'licence.close-step': { fields: [long('result', '环节结果', 'Result')] },
    'licence.propose': {
      wide: true,
      text: actWords.propose,
      fields: [
        {
          name: 'conclusion',
          kind: 'choice',
          title: { zh: '初审结论', en: 'Conclusion' },
          required: true,
        },
        {
          name: 'grade',
          kind: 'choice',
          title: { zh: '风险等级', en: 'Grade' },
          required: true,
          hint: gradeHint(view),
        },
        {
          name: 'gradeReason',
          kind: 'long',
          title: { zh: '变更等级的理由', en: 'Why another grade' },
          hint: { zh: '与建议等级相同时不必填写。', en: 'Not needed for the proposed grade.' },
        },
        long('opinion', '初审意见', 'Opinion'),
      ],
      choices: (name) =>
        name === 'conclusion'
          ? { grant: { zh: '拟准予许可', en: 'Grant' }, refuse: { zh: '拟不予许可', en: 'Refuse' } }
          : name === 'grade'
            ? gradeChoices(view)
            : undefined,
      initial: view.proposedGrade ? { grade: view.proposedGrade.grade } : {},
    },
    'licence.return-to-first': {
      text: actWords.returned,
      fields: [long('why', '退回原因', 'Reason')],
    },
    'licence.grant': {
      text: actWords.grant,
      fields: [
        {
          name: 'grade',
          kind: 'choice',
          title: { zh: '风险等级', en: 'Grade' },
          required: true,
          hint: {
            zh: '确认初审建议的等级，或者改定。',
            en: 'Confirm the proposed grade or change it.',
          },
        },
        {
          name: 'gradeReason',
          kind: 'long',
          title: { zh: '改定等级的理由', en: 'Why another grade' },
          hint: { zh: '与初审建议相同时不必填写。', en: 'Not needed for the proposed grade.' },
        },
      ],
      choices: (name) => (name === 'grade' ? gradeChoices(view) : undefined),
      initial: view.proposal ? { grade: view.proposal.grade } : {},
    },
    'licence.refuse': refusalForm(view, actWords.refuse),
    ...officerForms(view),
  }
}

const gradeChoices = (view: CaseView) =>
  Object.fromEntries(view.grades.map((g) => [g, { zh: `${g} 级`, en: `Grade ${g}` }]))

function gradeHint(view: CaseView) {
  const proposed = view.proposedGrade
  return proposed
    ? {
        zh: `建议 ${proposed.grade} 级：${proposed.because.join('；')}`,
        en: `Proposed ${proposed.grade}`,
      }
    : { zh: '', en: '' }
}

/** Where a correction can be asked. */
const places = [
  ...caseFields.map((f) => ({ value: f.name as string, label: f.title })),
  { value: 'lines', label: actWords.lines },
  ...caseSlots.map((s) => ({ value: `slot.${s.code}`, label: s.title })),
]
