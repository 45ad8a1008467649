import { useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { call } from '#shell/call.ts'
import { fill, useWords } from '#shell/language.tsx'
import { useDraft } from '#shell/parts/draft.ts'
import type { ControlProps } from '#shell/parts/form-field.ts'
import { keyOf } from '#shell/query.ts'
import { ownDoor, saveDoor } from '../doors.ts'
import type { EnrolmentForm } from '../forms.ts'
import type { OwnView } from '../views.ts'
import { pageWords } from './page-words.ts'

/**
 * C-42 the number of a person's document. It goes to the server as it is typed and never comes back: what is
 * kept shows with its middle hidden.
 */
export function DocumentNumber(props: ControlProps & { view: OwnView; form: EnrolmentForm }) {
  const words = useWords(pageWords)
  const client = useQueryClient()
  const { view, form } = props
  const kind = form.documentKind
  const draft = useDraft('', async (number) => {
    if (!kind) return
    await call(saveDoor, {
      params: { id: view.id },
      body: { changes: [], document: { kind, number } },
    })
    await client.invalidateQueries({ queryKey: keyOf(ownDoor) })
  })
  return (
    <>
      <Input
        id={props.id}
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        status={props.bad ? 'error' : ''}
        aria-required={props.required}
        aria-invalid={props.bad || undefined}
        aria-describedby={props.describedBy}
        disabled={props.disabled || !kind}
        value={draft.values}
        onChange={(e) => draft.change(() => e.target.value)}
        onBlur={() => void draft.flush()}
      />
      {view.document && draft.values === '' && (
        <p className="form-hint">{fill(words.typedNumber, { masked: view.document.masked })}</p>
      )}
    </>
  )
}
