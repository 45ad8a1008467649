import type { ActForm } from '#shell/parts/act-form.ts'
import { PlaceNotes } from '#shell/parts/place-notes.tsx'
import { fieldsOfKind } from '../fields-of-kind.ts'
import type { RegistrationView } from '../views.ts'

const why = { name: 'why', kind: 'long', title: { zh: '原因', en: 'Why' }, required: true }
const note = { name: 'note', kind: 'long', title: { zh: '说明', en: 'Note' } }
const what = { zh: '问题和怎样修改', en: 'What is wrong, how to mend it' }

/** What each act asks before it is done. In: the view, for the places of its form. */
export function actForms(view: RegistrationView): Record<string, ActForm> {
  const places = [
    ...fieldsOfKind(view.kind).map((f) => ({ value: f.name as string, label: f.title })),
    ...view.slots.map((s) => ({ value: `slot.${s.code}`, label: s.title })),
  ]
  return {
    'registration.submit': {
      text: '提交后请在一周内携带原件和加盖公章的复印件到窗口交验，交验之前内容不能再改动。',
    },
    'registration.withdraw': {
      danger: true,
      text:
        view.kind === 'first'
          ? '撤回后本件结束。重新开始单位登记时，已填写的内容和已上传的文件会自动带入。'
          : '撤回后本次事项结束，本次填写的内容和上传的文件不带入下一次；已生效的登记信息不受影响。',
      fields: [why],
    },
    'registration.approve-change': {
      text: '批准后单位只能修改申请中列出的事项，审核通过之前仍以现在的登记信息为准。',
      fields: [note],
    },
    'registration.decline-change': { danger: true, fields: [why] },
    'registration.pass': {
      text: '原件已在窗口核对。通过后这些内容即为单位现行登记信息。',
      fields: [note],
    },
    'registration.return': {
      wide: true,
      text: '请一次列出全部需要修改的内容，单位会同时收到通知。',
      fields: [
        {
          name: 'remarks',
          kind: 'notes',
          title: { zh: '退回原因', en: 'Why it is returned' },
          required: true,
          wide: true,
        },
      ],
      initial: { remarks: [{ at: '', what: '' }] },
      controls: { notes: (props) => <PlaceNotes {...props} places={places} what={what} /> },
    },
  }
}
