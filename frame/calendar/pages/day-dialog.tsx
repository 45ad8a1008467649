import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { showDay } from '#shell/format.ts'
import { fill, useLanguage, useWords } from '#shell/language.tsx'
import type { FormField } from '#shell/parts/form-field.ts'
import { FormFields } from '#shell/parts/form-fields.tsx'
import { partWords } from '#shell/parts/labels.ts'
import { Refusal } from '#shell/parts/refusal.tsx'
import { useAct } from '#shell/query.ts'
import { clearDayDoor, previewDoor, setDayDoor } from '../doors.ts'
import { clearDayForm, setDayForm } from '../forms.ts'
import { editWords, settingsWords } from '../labels.ts'
import { Impact, type Preview } from './impact.tsx'

/** Which single change is asked for. */
export type DayChange = { what: 'set' } | { what: 'clear'; day: string }

const reasonField: FormField = {
  name: 'reason',
  title: settingsWords.why,
  kind: 'long',
  required: true,
  max: 500,
}
const setFields: readonly FormField[] = [
  { name: 'day', title: settingsWords.day, kind: 'day', required: true },
  { name: 'kind', title: settingsWords.what, kind: 'choice', required: true },
  {
    name: 'name',
    title: { zh: '名称', en: 'Chinese name' },
    kind: 'text',
    required: true,
    max: 40,
    hint: { zh: '显示在日历上，如“临时放假”', en: 'Shown in the calendar, in Chinese' },
  },
  { name: 'nameEn', title: { zh: '英文名称', en: 'English name' }, kind: 'text', required: true },
  {
    name: 'source',
    title: settingsWords.source,
    kind: 'text',
    required: true,
    max: 300,
    wide: true,
    hint: { zh: '文件名称和文号，办件页面会显示', en: 'Title and number of the paper' },
  },
  { ...reasonField, wide: true },
]
const kinds = { off: settingsWords.setOff, work: settingsWords.setWork }

/** Changes a single day or takes a change back: what is asked, what it would do, and only then the act. */
export function DayDialog(props: { change: DayChange; seen: number; close: () => void }) {
  const words = useWords({ ...partWords, ...settingsWords, ...editWords })
  const { language } = useLanguage()
  const { message } = App.useApp()
  const { change, seen } = props
  const clearing = change.what === 'clear'
  const [values, setValues] = useState<Record<string, unknown>>(clearing ? { day: change.day } : {})
  const [tried, setTried] = useState(false)
  const [preview, setPreview] = useState<Preview | null>(null)
  const looking = useAct(previewDoor, [])
  const setting = useAct(setDayDoor)
  const clearingAct = useAct(clearDayDoor)
  const parsed = (clearing ? clearDayForm : setDayForm).safeParse({ ...values, seen })
  const errors = parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({
        duty: null,
        code: issue.code,
        message: issue.message,
        at: issue.path.join('.'),
      }))

  function type(name: string, value: unknown) {
    setValues((old) => ({ ...old, [name]: value }))
    setPreview(null)
  }

  async function look() {
    setTried(true)
    if (clearing) return setPreview(await looking.run({ body: { what: 'clear', day: change.day } }))
    const form = setDayForm.safeParse({ ...values, seen })
    if (!form.success) return undefined
    const { day, kind, name, nameEn } = form.data
    return setPreview(await looking.run({ body: { what: 'set', day, kind, name, nameEn } }))
  }

  async function confirm() {
    setTried(true)
    if (clearing) {
      const form = clearDayForm.safeParse({ ...values, seen })
      if (!form.success) return
      const { day, ...body } = form.data
      await clearingAct.run({ params: { day }, body })
    } else {
      const form = setDayForm.safeParse({ ...values, seen })
      if (!form.success) return
      const { day, ...body } = form.data
      await setting.run({ params: { day }, body })
    }
    void message.success(words.done)
    props.close()
  }

  const refused = setting.error ?? clearingAct.error ?? looking.error
  const title = clearing
    ? fill(words.clearTitle, { day: showDay(change.day, language) })
    : words.setDay
  return (
    <Modal
      open
      title={title}
      width={720}
      mask={{ closable: false }}
      onCancel={props.close}
      footer={[
        <Button key="cancel" onClick={props.close}>
          {words.cancel}
        </Button>,
        <Button key="look" loading={looking.busy} onClick={() => void look().catch(() => {})}>
          {words.preview}
        </Button>,
        <Button
          key="confirm"
          type="primary"
          disabled={preview === null || preview.reasons.length > 0}
          loading={setting.busy || clearingAct.busy}
          onClick={() => void confirm().catch(() => {})}
        >
          {clearing ? words.confirmClear : words.confirmDay}
        </Button>,
      ]}
    >
      <FormFields
        fields={clearing ? [reasonField] : setFields}
        values={values}
        change={type}
        errors={tried ? errors : []}
        choices={() => kinds}
        columns={clearing ? 1 : 2}
      />
      {preview ? (
        <Impact preview={preview} />
      ) : (
        <p className="quiet calendar-first">{words.previewFirst}</p>
      )}
      {refused && <Refusal error={refused} />}
    </Modal>
  )
}
