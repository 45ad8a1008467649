import type { Words } from '#frame/kernel/lifecycle.ts'
import type { ActForm } from '#shell/parts/act-form.ts'
import { PlaceNotes } from '#shell/parts/place-notes.tsx'
import { fieldsOf } from '../forms.ts'
import { slotOf } from '../slots.ts'
import type { EnrolmentView } from '../views.ts'
import { pageWords } from './page-words.ts'

const what: Words = { zh: '问题和怎样修改', en: 'What is wrong, how to mend it' }

/** What each act of the account administrator asks before it is done. In: the request. */
export function actForms(view: EnrolmentView): Record<string, ActForm> {
  const slot = slotOf[view.kind]
  const places = [
    ...fieldsOf(view.kind).map((f) => ({ value: f.name as string, label: f.title })),
    { value: `slot.${slot.code}`, label: slot.title },
    { value: 'form', label: pageWords.wholeForm },
  ]
  const branches = Object.fromEntries(view.branches.map((b) => [b.id, b.name]))
  return {
    'enrolment.approve': {
      text: '通过后账号即建立，确认链接发到申请人的邮箱，短信发到手机；打开链接、设置密码后账号生效。',
      fields: [
        {
          name: 'branchId',
          kind: 'choice',
          duty: 'S2-067',
          required: true,
          title: { zh: '监管的分支机构', en: 'Supervising branch' },
        },
        {
          name: 'login',
          kind: 'text',
          duty: 'S2-068',
          required: true,
          max: 40,
          title: pageWords.login,
          hint: {
            zh: '3 至 40 个小写字母、数字或 . _ -',
            en: '3 to 40 small letters, digits or . _ -',
          },
        },
      ],
      choices: (name) => (name === 'branchId' ? branches : undefined),
      initial: { branchId: view.branch?.id, login: view.proposedLogin },
    },
    'enrolment.return': {
      wide: true,
      text: '请一次列出全部需要修改的内容，申请人会收到邮件，已填写的内容都保留。',
      fields: [
        {
          name: 'remarks',
          kind: 'notes',
          title: { zh: '需要修改的内容', en: 'What is to be mended' },
          required: true,
          wide: true,
        },
      ],
      initial: { remarks: [{ at: '', what: '' }] },
      controls: { notes: (props) => <PlaceNotes {...props} places={places} what={what} /> },
    },
    'enrolment.refuse': {
      danger: true,
      text: '不予通过后这份申请结束，理由会发到申请人的邮箱。能够修改的，请退回修改。',
      fields: [
        {
          name: 'why',
          kind: 'long',
          required: true,
          max: 500,
          title: { zh: '理由', en: 'Reason' },
        },
      ],
    },
    'enrolment.send-again': { plain: true },
  }
}
