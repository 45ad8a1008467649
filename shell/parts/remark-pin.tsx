import { CommentOutlined } from '@ant-design/icons'
import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import { asCallError, type CallError } from '#shell/call-error.ts'
import { showInstant } from '#shell/format.ts'
import { fill, useWords } from '#shell/language.tsx'
import { Dots } from './dots.tsx'
import type { Remark } from './remark.ts'
import { WhyNot } from './why-not.tsx'
import './remark-pin.css'

const remarkWords = {
  add: { zh: '对“{what}”提意见', en: 'Remark on “{what}”' },
  open: { zh: '“{what}”有 {n} 条意见', en: '{n} {n:remark|remarks} on “{what}”' },
  text: { zh: '意见', en: 'Remark' },
  hint: { zh: '写明问题和怎样修改', en: 'What is wrong and how to mend it' },
  save: { zh: '添加意见', en: 'Add' },
  settled: { zh: '已处理', en: 'settled' },
} as const

/**
 * A pin at a place of a form: shows its remarks and, for who may, takes a new one. In: `what` names the
 * place in words; `onAdd` saves (left out: read only). Shows nothing when there is nothing to read or do.
 */
export function RemarkPin(props: {
  what: string
  remarks: readonly Remark[]
  onAdd?: ((text: string) => Promise<unknown>) | undefined
}) {
  const words = useWords(remarkWords)
  const [open, setOpen] = useState(false)
  const { remarks, onAdd } = props
  if (remarks.length === 0 && !onAdd) return null
  const waiting = remarks.filter((r) => !r.settled).length
  const label = fill(remarks.length > 0 ? words.open : words.add, {
    what: props.what,
    n: remarks.length,
  })
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger={['click']}
      placement="rightTop"
      content={
        <div className="remark-box">
          <ul>
            {remarks.map((remark) => (
              <li key={remark.id} data-settled={remark.settled}>
                <p>{remark.text}</p>
                <p className="small quiet">
                  <Dots
                    of={[remark.who, showInstant(remark.when), remark.settled && words.settled]}
                  />
                </p>
              </li>
            ))}
          </ul>
          {onAdd && <NewRemark onAdd={onAdd} />}
        </div>
      }
    >
      <button
        type="button"
        className="plain remark-pin no-print"
        data-count={waiting}
        data-empty={remarks.length === 0}
        aria-label={label}
        title={label}
        aria-expanded={open}
      >
        <CommentOutlined />
        {remarks.length > 0 && <span aria-hidden="true">{remarks.length}</span>}
      </button>
    </Popover>
  )
}

function NewRemark({ onAdd }: { onAdd: (text: string) => Promise<unknown> }) {
  const words = useWords(remarkWords)
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CallError | null>(null)
  async function save() {
    setBusy(true)
    setError(null)
    try {
      await onAdd(text.trim())
      setText('')
    } catch (caught) {
      setError(asCallError(caught))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Input.TextArea
        aria-label={words.text}
        placeholder={words.hint}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={500}
        value={text}
        onChange={(e) => setText(e.target.value)}
      />
      {error && <WhyNot reasons={error.reasons} title={error.message} tone="refused" live />}
      <Button type="primary" size="small" htmlType="submit" loading={busy} disabled={!text.trim()}>
        {words.save}
      </Button>
    </form>
  )
}
