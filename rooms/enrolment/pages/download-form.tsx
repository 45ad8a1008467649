import { Button } from 'antd'
import { useState } from 'react'
import { asCallError, type CallError } from '#shell/call-error.ts'
import { addressOf } from '#shell/call.ts'
import { fill, useWords } from '#shell/language.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import { saveFile } from '#shell/save-file.ts'
import { printDoor } from '../doors.ts'
import type { OwnView } from '../views.ts'
import { pageWords } from './page-words.ts'

/** S2-064 the filled form to print and seal. In: what to finish before, so that all typed is on it. */
export function DownloadForm(props: { view: OwnView; before: () => Promise<boolean> }) {
  const words = useWords(pageWords)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CallError | null>(null)
  const { view, before } = props
  const missing = view.problems.filter((p) => !p.at?.startsWith('slot.')).length

  async function get() {
    setBusy(true)
    setError(null)
    try {
      await before()
      const href = addressOf(printDoor.path, { id: view.id }, undefined)
      await saveFile(href, '申请单位账号注册申请表.pdf')
    } catch (caught) {
      setError(asCallError(caught))
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="enrol-download">
      <Button type="primary" loading={busy} disabled={missing > 0} onClick={() => void get()}>
        {words.download}
      </Button>
      {missing > 0 && <p className="quiet">{fill(words.downloadFirst, { n: missing })}</p>}
      {error && <Refusal error={error} />}
    </div>
  )
}
