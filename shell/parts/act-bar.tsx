import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { ActState } from '#frame/kernel/can-do.ts'
import { asCallError, type CallError } from '#shell/call-error.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { ActDialog } from './act-dialog.tsx'
import type { ActForm } from './act-form.ts'
import { Refusal } from './refusal.tsx'
import { WhyNot } from './why-not.tsx'
import './act-bar.css'

const actWords = {
  later: { zh: '以后的步骤（{n}）', en: 'Later steps ({n})' },
  none: { zh: '您现在没有要办的事', en: 'Nothing for you to do here now' },
  why: { zh: '为什么不能？（{n}）', en: 'Why not? ({n})' },
} as const

export interface ActBarProps {
  /** The acts as the server allows them now, each with its reasons. */
  acts: readonly ActState[]
  /** Does one. In: its name and what its form asked. Errors are shown here with all reasons. */
  run: (act: string, input: Record<string, unknown>) => Promise<unknown>
  /** What to ask before each act, by its name. */
  forms?: Readonly<Record<string, ActForm>>
  /** The act most people come for; the first allowed one unless told. */
  main?: string
  /** `side` stands in the right column of a case, `row` in a page head or below a form. */
  layout?: 'side' | 'row'
}

/**
 * The acts possible now. An act that is not allowed stays in sight, disabled, and says why; the reasons
 * are the server's own. One press is one act, however fast one clicks.
 */
export function ActBar(props: ActBarProps) {
  const words = useWords(actWords)
  const [asking, setAsking] = useState<ActState | null>(null)
  const [doing, setDoing] = useState<string | null>(null)
  const [refused, setRefused] = useState<CallError | null>(null)
  const lock = useRef(false)
  const { acts, forms = {} } = props
  const main = props.main ?? acts.find((a) => a.allowed)?.act

  async function perform(act: string, input: Record<string, unknown>): Promise<boolean> {
    if (lock.current) return false
    lock.current = true
    setDoing(act)
    setRefused(null)
    try {
      await props.run(act, input)
      setAsking(null)
      return true
    } catch (error) {
      setRefused(asCallError(error))
      return false
    } finally {
      lock.current = false
      setDoing(null)
    }
  }

  function press(state: ActState) {
    setRefused(null)
    if (forms[state.act]?.plain) void perform(state.act, {})
    else setAsking(state)
  }

  const one = (state: ActState) => (
    <OneAct
      key={state.act}
      state={state}
      main={state.act === main}
      danger={forms[state.act]?.danger ?? false}
      busy={doing === state.act}
      press={() => press(state)}
    />
  )
  const later = acts.filter(isLater)
  const near = acts.filter((state) => !isLater(state))

  if (acts.length === 0) return <p className="act-none quiet">{words.none}</p>
  return (
    <div className="act-bar" data-layout={props.layout ?? 'side'}>
      {near.map(one)}
      {later.length > 0 && (
        <details className="act-later">
          <summary>{fill(words.later, { n: later.length })}</summary>
          <div className="act-bar" data-layout={props.layout ?? 'side'}>
            {later.map(one)}
          </div>
        </details>
      )}
      {refused && !asking && <Refusal error={refused} />}
      {asking && (
        <ActDialog
          state={asking}
          form={forms[asking.act] ?? {}}
          busy={doing !== null}
          refused={refused}
          confirm={(input) => perform(asking.act, input)}
          cancel={() => {
            setAsking(null)
            setRefused(null)
          }}
        />
      )}
    </div>
  )
}

/** Not allowed only because the case is at another stage: kept, but folded away. */
export function isLater(state: ActState): boolean {
  return !state.allowed && state.reasons.every((r) => r.code === 'wrong-status')
}

function OneAct(props: {
  state: ActState
  main: boolean
  danger: boolean
  busy: boolean
  press: () => void
}) {
  const words = useWords(actWords)
  const word = useWord()
  const [open, setOpen] = useState(false)
  const { state } = props
  return (
    <div className="act-one">
      <Button
        type={props.main && !props.danger ? 'primary' : 'default'}
        danger={props.danger}
        disabled={!state.allowed}
        loading={props.busy}
        data-act={state.act}
        onClick={props.press}
      >
        {word(state.title)}
      </Button>
      {!state.allowed && state.reasons.length > 0 && (
        <>
          <button
            type="button"
            className="plain act-why"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {fill(words.why, { n: state.reasons.length })}
          </button>
          {open && (
            <div className="act-reasons">
              <WhyNot reasons={state.reasons} title={null} />
            </div>
          )}
        </>
      )}
    </div>
  )
}
