import type { ActForm } from '#shell/parts/act-form.ts'
import { deliveryWays } from '../delivery-ways.ts'
import type { CaseView } from '../views.ts'
import { actWords } from './act-words.ts'
import { longField } from './long-field.ts'
import { refusalForm } from './refusal-form.ts'

const outside = {
  'no-approval': { zh: '依法不需要取得本许可', en: 'No such approval is needed' },
  elsewhere: { zh: '不属于本机关职权范围', en: 'Another body decides' },
}
// what is opened on the page is recorded by the system
const { electronic: _opened, ...ways } = deliveryWays

/** What the acts beside the ordinary way ask: turning away, returns, extension, exceptions, delivery. */
export function officerForms(view: CaseView): Record<string, ActForm> {
  return {
    'licence.not-in-scope': {
      danger: true,
      wide: true,
      text: actWords.notInScope,
      fields: [
        { name: 'kind', kind: 'choice', title: { zh: '情形', en: 'Which' }, required: true },
        longField('reason', '理由', 'Reason'),
        {
          name: 'instead',
          kind: 'text',
          title: { zh: '应当向哪个机关申请', en: 'Where to apply' },
          hint: {
            zh: '不属于本机关职权范围的必须写明。',
            en: 'Needed where another body decides.',
          },
          wide: true,
        },
      ],
      choices: (name) => (name === 'kind' ? outside : undefined),
    },
    'licence.lapse': { danger: true, text: actWords.lapse },
    'licence.return-to-window': {
      text: actWords.toWindow,
      fields: [longField('why', '退回原因', 'Reason')],
    },
    'licence.send-on': {
      text: actWords.sendOn,
      fields: [longField('mended', '处理情况', 'What was put right')],
    },
    'licence.propose-refusal': refusalForm(view, actWords.proposeRefusal),
    'licence.extend': {
      text: actWords.extend,
      fields: [longField('reason', '延长的理由', 'Reason')],
    },
    'licence.clear-prohibition': {
      wide: true,
      text: actWords.clear,
      fields: [
        {
          name: 'exception',
          kind: 'choice',
          title: { zh: '属于哪一种例外', en: 'Which exception' },
          required: true,
        },
        longField('basis', '依据的文件', 'What it rests on'),
      ],
      choices: (name) =>
        name === 'exception'
          ? Object.fromEntries(view.exceptions.map(({ code, title }) => [code, title]))
          : undefined,
    },
    'licence.deliver': {
      text: actWords.deliver,
      fields: [
        { name: 'way', kind: 'choice', title: { zh: '送达方式', en: 'How' }, required: true },
        { name: 'day', kind: 'day', title: { zh: '送达日期', en: 'Day' }, required: true },
        {
          name: 'note',
          kind: 'text',
          title: { zh: '签收人或邮寄单号', en: 'Who signed, or the tracking number' },
          wide: true,
        },
      ],
      choices: (name) => (name === 'way' ? ways : undefined),
    },
  }
}
