import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call } from '#shell/call.ts'
import { keyOf } from '#shell/query.ts'
import { useDraft } from '#shell/parts/draft.ts'
import { caseDoor, saveDoor } from '../doors.ts'
import type { CaseForm } from '../forms.ts'
import type { ItemLine } from '../item-lines.ts'
import type { CaseView } from '../views.ts'

/** What the page keeps while it is being filled. */
export interface Filling {
  form: CaseForm
  lines: ItemLine[]
}

/** A field that a colleague changed meanwhile. */
export interface Clash {
  name: keyof CaseForm
  mine: unknown
  theirs: unknown
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * Keeps the draft on the server as one types: only the fields that changed travel, each with the value
 * it was seen with. A field that a colleague changed is offered with both values.
 */
export function useCaseDraft(view: CaseView) {
  const client = useQueryClient()
  const [clashes, setClashes] = useState<Clash[]>([])
  // what the server had when last heard: the values this page has seen
  const seen = useRef<Filling>({ form: view.form, lines: view.lines })
  const draft = useDraft<Filling>({ form: view.form, lines: view.lines }, async (values) => {
    const names = [
      ...new Set([...Object.keys(seen.current.form), ...Object.keys(values.form)]),
    ] as (keyof CaseForm)[]
    const changes = names
      .filter((name) => !same(seen.current.form[name], values.form[name]))
      .map((name) => ({
        name,
        seen: seen.current.form[name] ?? null,
        value: values.form[name] ?? null,
      }))
    const lines = same(seen.current.lines, values.lines) ? {} : { lines: values.lines }
    const reply = await call(saveDoor, { params: { id: view.id }, body: { changes, ...lines } })
    const taken = reply.clashes as Clash[]
    seen.current = { form: { ...values.form }, lines: values.lines }
    for (const clash of taken)
      seen.current.form = { ...seen.current.form, [clash.name]: clash.theirs ?? undefined }
    setClashes((old) => [...old.filter((o) => !taken.some((t) => t.name === o.name)), ...taken])
    await client.invalidateQueries({ queryKey: keyOf(caseDoor) })
  })
  /** Settles a clash: the chosen value goes on as if typed now, seen with the colleague's value. */
  function settle(clash: Clash, value: unknown) {
    setClashes((old) => old.filter((o) => o.name !== clash.name))
    draft.change((old) => ({ ...old, form: { ...old.form, [clash.name]: value ?? undefined } }))
  }
  return { draft, clashes, settle }
}
