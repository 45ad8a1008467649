import { useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { useWords } from '#shell/language.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { verifyWords } from '../labels.ts'
import './papers.css'

/** Where anybody types the code of a paper. */
export function VerifyPage() {
  const words = useWords(verifyWords)
  return (
    <div className="verify">
      <PageHead title={words.title} hint={words.hint} />
      <CodeForm />
    </div>
  )
}

/** The code and the button; leads to the page of that code, which can be kept or sent on. */
export function CodeForm() {
  const words = useWords(verifyWords)
  const navigate = useNavigate()
  const [code, setCode] = useState('')
  const bare = code.replaceAll(/[^0-9A-Za-z]/g, '')
  function go(event: FormEvent) {
    event.preventDefault()
    if (bare) void navigate({ to: '/verify/$code', params: { code: bare.toUpperCase() } })
  }
  return (
    <form className="verify-form" onSubmit={go}>
      <label htmlFor="verify-code">{words.code}</label>
      <Input
        id="verify-code"
        className="mono"
        size="large"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        placeholder="XXXXX-XXXXX-XXXXX-XXXXX"
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button type="primary" size="large" htmlType="submit" disabled={!bare}>
        {words.check}
      </Button>
      <span className="quiet small">{words.codeHint}</span>
    </form>
  )
}
