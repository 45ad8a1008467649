import { Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import type { Words } from '#frame/kernel/lifecycle.ts'
import type { ActState } from '#frame/kernel/can-do.ts'
import type { Reason } from '#frame/kernel/reason.ts'
import type { CallError } from '#shell/call-error.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import type { ActForm } from './act-form.ts'
import { FormFields } from './form-fields.tsx'
import { partWords } from './labels.ts'
import { Refusal } from './refusal.tsx'

const dialogWords = {
  sure: { zh: '确认{what}？', en: '{what}?' },
  fill: { zh: '请填写', en: 'Please fill in' },
} as const

const isWords = (text: ActForm['text']): text is Words =>
  typeof text === 'object' && text !== null && 'zh' in text && 'en' in text

/** Asks what an act needs, or just whether to go on; a refusal stays in the dialog with what was typed. */
export function ActDialog(props: {
  state: ActState
  form: ActForm
  busy: boolean
  refused: CallError | null
  confirm: (input: Record<string, unknown>) => Promise<boolean>
  cancel: () => void
}) {
  const words = useWords({ ...partWords, ...dialogWords })
  const word = useWord()
  const { state, form, refused } = props
  const [values, setValues] = useState<Record<string, unknown>>({ ...form.initial })
  const [tried, setTried] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const title = word(state.title)
  const fields = form.fields ?? []
  const missing: Reason[] = fields
    .filter((f) => f.required && isEmpty(values[f.name]))
    .map((f) => ({
      duty: null,
      code: 'missing',
      message: `${words.fill}${word(f.title)}`,
      at: f.name,
    }))
  const named = refused?.reasons.filter((r) => fields.some((f) => f.name === r.at)) ?? []

  function confirm() {
    setTried(true)
    const first = missing[0]
    if (!first) return void props.confirm(values)
    const place = box.current?.querySelector<HTMLElement>(`[data-place="${CSS.escape(first.at!)}"]`)
    place?.querySelector<HTMLElement>('input, textarea, button')?.focus()
    return undefined
  }

  return (
    <Modal
      open
      title={fields.length > 0 ? title : fill(words.sure, { what: title })}
      width={form.wide ? 760 : 520}
      mask={{ closable: false }}
      onCancel={props.cancel}
      footer={[
        <Button key="cancel" onClick={props.cancel}>
          {words.cancel}
        </Button>,
        <Button
          key="confirm"
          type="primary"
          danger={form.danger ?? false}
          loading={props.busy}
          data-confirm={state.act}
          onClick={confirm}
        >
          {form.confirm ? word(form.confirm) : title}
        </Button>,
      ]}
    >
      <div className="act-dialog" ref={box}>
        {form.text && (
          <div className="act-text">{isWords(form.text) ? word(form.text) : form.text}</div>
        )}
        {fields.length > 0 && (
          <FormFields
            columns={form.wide ? 2 : 1}
            fields={fields}
            values={values}
            change={(name, value) => setValues((old) => ({ ...old, [name]: value }))}
            errors={[...(tried ? missing : []), ...named]}
            {...(form.choices ? { choices: form.choices } : {})}
            {...(form.controls ? { controls: form.controls } : {})}
          />
        )}
        {refused && <Refusal error={refused} />}
      </div>
    </Modal>
  )
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  return Array.isArray(value) && value.length === 0
}
