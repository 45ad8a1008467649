import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useAddress } from '#shell/address.ts'
import { fill, useWords } from '#shell/language.tsx'
import { PlaceGuideContext, type PlaceGuide } from './place-guide.ts'
import { goToPlace } from './place.ts'
import './wizard-frame.css'

/** One step of a wizard. */
export interface WizardStep {
  key: string
  title: string
  /** Said below the title while one is in the step. */
  hint?: ReactNode
  body: ReactNode
  /** How many required things are still missing; 0 is complete, null counts nothing. */
  missing: number | null
  /** Something of this step that has to be done although nothing is missing: what an officer asked for. */
  asked?: number
  /** Whether a place that reasons point at lies in this step. */
  holds?: (at: string) => boolean
}

const wizardWords = {
  steps: { zh: '填报步骤', en: 'Steps' },
  before: { zh: '上一步', en: 'Back' },
  next: { zh: '下一步', en: 'Next' },
  missing: { zh: '还差 {n} 项', en: '{n} to fill' },
  asked: { zh: '需补正 {n} 项', en: '{n} to correct' },
  complete: { zh: '已齐', en: 'Complete' },
  nth: { zh: '第 {n} 步，共 {of} 步', en: 'Step {n} of {of}' },
} as const

function stateOf(step: WizardStep, words: Record<keyof typeof wizardWords, string>) {
  if (step.missing === null) return null
  if (step.missing > 0) return fill(words.missing, { n: step.missing })
  return step.asked ? fill(words.asked, { n: step.asked }) : words.complete
}

/**
 * A form in steps, any of them open at any time; each says what it still lacks. The step stands in the
 * address (`?step=`). In: `head`, `steps`, `saved` (a DraftSaved), `finish` (an ActBar or a button, shown
 * with the last step), and `leave`, called before another step opens.
 */
export function WizardFrame(props: {
  head: ReactNode
  steps: readonly WizardStep[]
  saved?: ReactNode
  finish?: ReactNode
  aside?: ReactNode
  leave?: () => unknown
  /** The step shown while the address names none; the first unless told. */
  start?: string
}) {
  const words = useWords(wizardWords)
  const { search, change } = useAddress()
  const { steps } = props
  const asked = search['step'] ?? props.start
  const at = Math.max(
    0,
    steps.findIndex((s) => s.key === asked),
  )
  const step = steps[at]
  if (!step) return null
  function go(index: number) {
    props.leave?.()
    change({ step: steps[index]!.key }, true)
    window.scrollTo({ top: 0 })
  }
  const guide: PlaceGuide = {
    leads: (place) => steps.some((s) => s.holds?.(place)),
    go(place) {
      go(steps.findIndex((s) => s.holds?.(place)))
      // the step is drawn first
      setTimeout(() => goToPlace(place), 80)
    },
  }
  return (
    <PlaceGuideContext value={guide}>
      <div className="wizard">
        <div className="wizard-head">{props.head}</div>
        <nav className="wizard-steps no-print" aria-label={words.steps}>
          <ol>
            {steps.map((s, i) => (
              <li key={s.key} data-complete={s.missing === 0 && !s.asked}>
                <button
                  type="button"
                  className="plain"
                  aria-current={i === at ? 'step' : undefined}
                  onClick={() => go(i)}
                >
                  <span className="wizard-number" aria-hidden="true">
                    {s.missing === 0 && !s.asked ? '✓' : i + 1}
                  </span>
                  <span className="wizard-title">{s.title}</span>
                  <span className="wizard-missing">{stateOf(s, words)}</span>
                </button>
              </li>
            ))}
          </ol>
          {props.aside}
        </nav>
        <section className="card wizard-body" aria-labelledby="wizard-step-title">
          <header>
            <p className="small quiet">{fill(words.nth, { n: at + 1, of: steps.length })}</p>
            <h2 id="wizard-step-title">{step.title}</h2>
            {step.hint && <div className="wizard-hint">{step.hint}</div>}
          </header>
          {step.body}
          <footer className="wizard-foot no-print">
            {props.saved}
            {at > 0 && <Button onClick={() => go(at - 1)}>{words.before}</Button>}
            {at < steps.length - 1 ? (
              <Button type="primary" onClick={() => go(at + 1)}>
                {words.next}
              </Button>
            ) : (
              props.finish
            )}
          </footer>
        </section>
      </div>
    </PlaceGuideContext>
  )
}
