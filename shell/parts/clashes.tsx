import { Button } from 'antd'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import type { FieldClash } from './field-draft.ts'
import './clashes.css'

const clashWords = {
  clash: {
    zh: '同事刚刚修改了这些项，您的内容没有覆盖它们：',
    en: 'A colleague has just changed these:',
  },
  mine: { zh: '您填写的', en: 'Yours' },
  theirs: { zh: '现在的', en: 'Theirs' },
  theirsBy: { zh: '现在的（{name}填写）', en: 'Typed by {name}' },
  useMine: { zh: '用我的', en: 'Use mine' },
  useTheirs: { zh: '用现在的', en: 'Use theirs' },
} as const

/** Fields that a colleague changed meanwhile, each with both values to choose from. */
export function Clashes(props: {
  clashes: readonly FieldClash[]
  /** What is typed here now. */
  form: object
  titleOf: (name: string) => Words | string
  /** A value as a person reads it. */
  shown: (name: string, value: unknown) => Words | string
  settle: (clash: FieldClash, choice: 'mine' | 'theirs') => void
}) {
  const words = useWords(clashWords)
  const word = useWord()
  if (props.clashes.length === 0) return null
  const shown = (name: string, value: unknown) => word(props.shown(name, value)) || '—'
  return (
    <div role="alert" className="clashes">
      <p>{words.clash}</p>
      {props.clashes.map((clash) => (
        <p key={clash.name}>
          <b>{word(props.titleOf(clash.name))}</b> {words.mine}
          {'：'}
          {shown(clash.name, props.form[clash.name as keyof typeof props.form])}{' '}
          {clash.by ? fill(words.theirsBy, { name: clash.by }) : words.theirs}
          {'：'}
          {shown(clash.name, clash.theirs)}{' '}
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
