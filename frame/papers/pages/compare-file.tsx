import { Button } from 'antd'
import { useRef, useState, type ChangeEvent } from 'react'
import { useWords } from '#shell/language.tsx'
import { verifyWords } from '../labels.ts'

/** Compares a file of the reader with the issued one, in the browser. In: SHA-256 of the issued file. */
export function CompareFile({ sha256 }: { sha256: string }) {
  const words = useWords(verifyWords)
  const input = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  const [same, setSame] = useState<boolean | null>(null)
  // browsers compute hashes only where nobody can have changed the page on its way
  const able = globalThis.isSecureContext
  async function compare(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0]
    setSame(null)
    setName(file?.name ?? '')
    if (file) setSame((await sha256Of(await file.arrayBuffer())) === sha256)
  }
  return (
    <section className="card verify-part">
      <h2>{words.own}</h2>
      <p className="quiet">{able ? words.ownHint : words.notHere}</p>
      {able && (
        <p>
          <input
            ref={input}
            // the button beside it is what one presses
            hidden
            type="file"
            accept="application/pdf"
            onChange={(event) => void compare(event)}
          />
          <Button onClick={() => input.current?.click()}>{words.choose}</Button>{' '}
          <span className="quiet">{name}</span>
        </p>
      )}
      {same !== null && (
        <output className="verify-match" data-same={same}>
          {same ? words.same : words.other}
        </output>
      )}
    </section>
  )
}

async function sha256Of(content: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
