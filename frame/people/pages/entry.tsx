import { Input, type InputProps, type InputRef } from 'antd'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Reason } from '#frame/kernel/reason.ts'
import { useWords } from '#shell/language.tsx'
import { signInWords } from './sign-in-words.ts'

interface Props {
  label: string
  value: string
  change: (value: string) => void
  /** What the browser's password keeper calls it: `username`, `current-password`, `one-time-code`, … */
  keep: string
  errors?: readonly Reason[]
  hint?: ReactNode
  /** Takes the focus when it appears. */
  first?: boolean
  kind?: 'text' | 'password' | 'code'
  mode?: InputProps['inputMode']
}

/** One labelled box of a short form in the middle of the page. */
export function Entry(props: Props) {
  const words = useWords(signInWords)
  const base = useId()
  const box = useRef<InputRef>(null)
  const [caps, setCaps] = useState(false)
  const { kind = 'text', errors = [], first } = props
  useEffect(() => {
    if (first) box.current?.focus()
  }, [first])
  const bad = errors.length > 0
  const common = {
    id: base,
    ref: box,
    size: 'large' as const,
    value: props.value,
    autoComplete: props.keep,
    autoCapitalize: 'none',
    spellCheck: false,
    status: bad ? ('error' as const) : ('' as const),
    'aria-invalid': bad,
    'aria-describedby': `${base}-say`,
    onChange: (e: { target: { value: string } }) => props.change(e.target.value),
  }
  const watchCaps = (e: KeyboardEvent) => setCaps(e.getModifierState('CapsLock'))
  return (
    <div className="entry" data-kind={kind}>
      <label htmlFor={base}>{props.label}</label>
      {kind === 'password' ? (
        <Input.Password {...common} onKeyUp={watchCaps} onBlur={() => setCaps(false)} />
      ) : (
        <Input {...common} {...(props.mode ? { inputMode: props.mode } : {})} />
      )}
      <div id={`${base}-say`} className="entry-say">
        {caps && <p className="entry-caps">{words.capsLock}</p>}
        {bad && (
          <ul className="form-errors">
            {errors.map((e) => (
              <li key={e.code}>{e.message}</li>
            ))}
          </ul>
        )}
        {props.hint}
      </div>
    </div>
  )
}
