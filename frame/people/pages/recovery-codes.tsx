import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useWords } from '#shell/language.tsx'
import { BareHead } from './bare-head.tsx'
import { signInWords } from './sign-in-words.ts'

/** The recovery codes, shown once; one goes on after saying that they are kept. */
export function RecoveryCodes(props: { codes: readonly string[]; done: () => void }) {
  const words = useWords(signInWords)
  return (
    <>
      <BareHead title={words.codesTitle} lead={words.codesLead} />
      <CodeSheet {...props} />
    </>
  )
}

/** The sheet of codes with its buttons, without a title. */
export function CodeSheet(props: { codes: readonly string[]; done: () => void }) {
  const words = useWords(signInWords)
  const [kept, setKept] = useState(false)
  const [copied, setCopied] = useState(false)
  return (
    <>
      <ul className="recovery-codes">
        {props.codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="recovery-acts">
        <Button
          onClick={() =>
            void navigator.clipboard?.writeText(props.codes.join('\n')).then(() => setCopied(true))
          }
        >
          {copied ? words.codesCopied : words.codesCopy}
        </Button>
        <Button onClick={() => print()}>{words.codesPrint}</Button>
      </div>
      <div className="bare-form recovery-kept">
        <Checkbox checked={kept} onChange={(e) => setKept(e.target.checked)}>
          {words.codesKept}
        </Checkbox>
        <Button type="primary" size="large" block disabled={!kept} onClick={props.done}>
          {words.goOn}
        </Button>
      </div>
    </>
  )
}
