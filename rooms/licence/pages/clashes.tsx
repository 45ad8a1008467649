import { Button } from 'antd'
import { useWord, useWords } from '#shell/language.tsx'
import { caseFields, type CaseFieldName, type CaseForm } from '../forms.ts'
import { valueWords } from '../labels.ts'
import { pageWords } from './page-words.ts'
import type { Clash } from './use-case-draft.ts'
import './licence.css'

/** Fields that a colleague changed meanwhile, each with both values to choose from. */
export function Clashes(props: {
  clashes: readonly Clash[]
  /** What is typed here now. */
  form: CaseForm
  settle: (clash: Clash, choice: 'mine' | 'theirs') => void
}) {
  const words = useWords(pageWords)
  const word = useWord()
  if (props.clashes.length === 0) return null
  const shown = (clash: Clash, value: unknown) =>
    word(valueWords(clash.name as CaseFieldName, value)) || '—'
  return (
    <div role="alert" className="clashes">
      <p>{words.clash}</p>
      {props.clashes.map((clash) => (
        <p key={clash.name}>
          <b>{word(caseFields.find((f) => f.name === clash.name)?.title ?? clash.name)}</b>{' '}
          {words.mine}
          {'：'}
          {shown(clash, props.form[clash.name])} {words.theirs}
          {'：'}
          {shown(clash, clash.theirs)}{' '}
          <Button size="small" onClick={() => props.settle(clash, 'mine')}>
            {words.useMine}
          </Button>{' '}
          <Button size="small" onClick={() => props.settle(clash, 'theirs')}>
            {words.useTheirs}
          </Button>
        </p>
      ))}
    </div>
  )
}
