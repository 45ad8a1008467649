import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '#shell/language.tsx'
import { ConfirmLeave } from '#shell/parts/confirm-leave.tsx'
import type { FormField } from '#shell/parts/form-field.ts'
import { FormFields } from '#shell/parts/form-fields.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import { useAct } from '#shell/query.ts'
import { previewDoor, publishDoor } from '../doors.ts'
import { publishForm } from '../forms.ts'
import { editWords, settingsWords } from '../labels.ts'
import type { YearNotice } from '../year-notice.ts'
import { HolidayRows } from './holiday-rows.tsx'
import { Impact, type Preview } from './impact.tsx'
import { PasteNotice } from './paste-notice.tsx'

const fields: readonly FormField[] = [
  {
    name: 'title',
    title: { zh: '通知标题', en: 'Title of the notice' },
    kind: 'text',
    required: true,
    wide: true,
  },
  { name: 'number', title: { zh: '发文字号', en: 'Number' }, kind: 'text', required: true },
  { name: 'issuedOn', title: settingsWords.issued, kind: 'day', required: true },
  {
    name: 'url',
    title: { zh: '全文网址', en: 'Address of the text' },
    kind: 'text',
    required: true,
    max: 500,
    wide: true,
  },
]
const reasonField: FormField = {
  name: 'reason',
  title: { zh: '更正理由', en: 'Reason of the correction' },
  kind: 'long',
  required: true,
  max: 500,
}

/** Paste or fill in, preview, publish; what was typed stays whatever the server answers. */
export function NoticeForm(props: {
  year: number
  seen: number
  initial: YearNotice
  correcting: boolean
  done: () => void
}) {
  const words = useWords(editWords)
  const [notice, setNotice] = useState<YearNotice>(props.initial)
  const [reason, setReason] = useState('')
  const [touched, setTouched] = useState(false)
  const [tried, setTried] = useState(false)
  const [preview, setPreview] = useState<Preview | null>(null)
  const looking = useAct(previewDoor, [])
  const publishing = useAct(publishDoor)
  const form = publishForm.safeParse({
    seen: props.seen,
    notice,
    reason: props.correcting ? reason : null,
  })
  const faults = form.success ? [] : form.error.issues
  const errors = faults.map((issue) => ({
    duty: null,
    code: issue.code,
    message: issue.message,
    at: issue.path.join('.').replace(/^notice\./, ''),
  }))

  function edit(next: Partial<YearNotice>) {
    setNotice((old) => ({ ...old, ...next }))
    setTouched(true)
    setPreview(null)
  }

  async function look() {
    setTried(true)
    if (!form.success) return
    const { notice: checked, reason: why } = form.data
    setPreview(await looking.run({ body: { what: 'publish', notice: checked, reason: why } }))
  }

  async function publish() {
    if (!form.success) return
    await publishing.run({ body: form.data })
    setTouched(false)
    // The question about unsaved content must see the change before the page is left.
    setTimeout(props.done)
  }

  return (
    <div className="calendar-edit">
      <ConfirmLeave unsaved={touched} />
      {!props.correcting && <PasteNotice year={props.year} take={edit} />}
      <FormFields
        fields={fields}
        values={notice}
        change={(name, value) => edit({ [name]: value ?? '' })}
        errors={tried ? errors : []}
      />
      <HolidayRows
        rows={notice.holidays}
        change={(holidays) => edit({ holidays })}
        errors={tried ? errors : []}
      />
      {props.correcting && (
        <FormFields
          columns={1}
          fields={[reasonField]}
          values={{ reason }}
          change={(_name, value) => {
            setReason(typeof value === 'string' ? value : '')
            setPreview(null)
          }}
          errors={tried ? errors : []}
        />
      )}
      {preview && <Impact preview={preview} />}
      {(looking.error ?? publishing.error) && (
        <Refusal error={(publishing.error ?? looking.error)!} />
      )}
      <div className="calendar-edit-acts">
        <Button loading={looking.busy} onClick={() => void look().catch(() => {})}>
          {words.preview}
        </Button>
        <Button
          type="primary"
          disabled={preview === null || preview.reasons.length > 0}
          loading={publishing.busy}
          onClick={() => void publish().catch(() => {})}
        >
          {words.confirm}
        </Button>
        {touched && preview === null && <span className="quiet">{words.previewAgain}</span>}
      </div>
    </div>
  )
}
