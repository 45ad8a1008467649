import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call } from '#shell/call.ts'
import { keyOf } from '#shell/query.ts'
import { useDraft } from '#shell/parts/draft.ts'
import { caseDoor, saveDoor } from '../doors.ts'
import type { CaseForm } from '../forms.ts'
import type { CaseView } from '../views.ts'
import { freshParts, merged, namesOf, same, type Filling } from './fresh-parts.ts'

/** A field that a colleague changed while it was being changed here. */
export interface Clash {
  name: keyof CaseForm
  theirs: unknown
}

/**
 * Keeps the draft on the server as one types: only the fields that changed travel, each with the value
 * it was seen with. A field that a colleague changed is offered with both values and waits until one of
 * them is chosen; what he changed elsewhere appears by itself.
 */
export function useCaseDraft(view: CaseView) {
  const client = useQueryClient()
  const [clashes, setClashes] = useState<readonly Clash[]>([])
  const open = useRef<readonly Clash[]>([])
  // what the server had when last heard: the values this page has seen
  const seen = useRef<Filling>({ form: view.form, lines: view.lines })

  function hold(next: readonly Clash[]) {
    open.current = next
    setClashes(next)
  }

  const draft = useDraft<Filling>({ form: view.form, lines: view.lines }, async (values) => {
    const changes = namesOf(seen.current.form, values.form)
      .filter((name) => !same(seen.current.form[name], values.form[name]))
      // an open clash is not overwritten by the next key typed elsewhere
      .filter((name) => !open.current.some((clash) => clash.name === name))
      .map((name) => ({
        name,
        seen: seen.current.form[name] ?? null,
        value: values.form[name] ?? null,
      }))
    const lines = same(seen.current.lines, values.lines) ? {} : { lines: values.lines }
    if (changes.length === 0 && !lines.lines) return
    const reply = await call(saveDoor, { params: { id: view.id }, body: { changes, ...lines } })
    const fresh = reply.clashes as Clash[]
    const form: CaseForm = { ...seen.current.form }
    for (const { name, value } of changes) Object.assign(form, { [name]: value ?? undefined })
    for (const { name, theirs } of fresh) Object.assign(form, { [name]: theirs ?? undefined })
    seen.current = { form, lines: values.lines }
    if (fresh.length > 0)
      hold([...open.current.filter((o) => !fresh.some((f) => f.name === o.name)), ...fresh])
    await client.invalidateQueries({ queryKey: keyOf(caseDoor) })
  })

  useEffect(() => {
    const fresh = freshParts(seen.current, draft.values, view)
    if (!fresh) return
    seen.current = merged(seen.current, fresh)
    draft.change((old) => merged(old, fresh))
  }, [view, draft])

  /** Settles a clash: the chosen value goes on as if typed now, seen with the colleague's value. */
  function settle(clash: Clash, choice: 'mine' | 'theirs') {
    hold(open.current.filter((o) => o.name !== clash.name))
    const theirs = clash.theirs ?? undefined
    draft.change(({ form, lines }) => ({
      form: choice === 'theirs' ? { ...form, [clash.name]: theirs } : { ...form },
      lines,
    }))
  }
  return { draft, clashes, settle }
}
