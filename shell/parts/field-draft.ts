import { useEffect, useRef, useState } from 'react'
import { useDraft } from './draft.ts'
import { freshParts, joinedRest, merged, namesOf, same, type Filling } from './fresh-parts.ts'

/** One field as it travels: what it was seen with, and what it now is; null for an empty one. */
export interface FieldChange {
  name: string
  seen: unknown
  value: unknown
}

/** A field that a colleague changed while it was being changed here. */
export interface FieldClash {
  name: string
  theirs: unknown
  /** Who typed it; null where that is not known. */
  by: string | null
}

/**
 * Saves changed fields, and the rest when it changed, with the rest as it was seen before. Out: what was not
 * taken because of a colleague.
 */
export type SaveFields<R> = (
  changes: FieldChange[],
  rest: R | undefined,
  seenRest: R,
) => Promise<readonly FieldClash[]>

/**
 * Keeps a form on the server as one types: only the fields that changed travel, each with the value it
 * was seen with. A field that a colleague changed is offered with both values and waits until one of
 * them is chosen; what he changed elsewhere appears by itself. In: what the server has, how to save, and
 * how what both changed of the rest is joined: null when it cannot be.
 */
export function useFieldDraft<F extends object, R>(
  server: Filling<F, R>,
  save: SaveFields<R>,
  join: (base: R, mine: R, theirs: R) => R | null = () => null,
) {
  const [clashes, setClashes] = useState<readonly FieldClash[]>([])
  const open = useRef<readonly FieldClash[]>([])
  // what the server had when last heard: the values this page has seen
  const seen = useRef<Filling<F, R>>(server)

  function hold(next: readonly FieldClash[]) {
    open.current = next
    setClashes(next)
  }

  const draft = useDraft<Filling<F, R>>(server, async (values) => {
    const changes = namesOf(seen.current.form, values.form)
      .filter((name) => !same(seen.current.form[name], values.form[name]))
      // an open clash is not overwritten by the next key typed elsewhere
      .filter((name) => !open.current.some((clash) => clash.name === name))
      .map((name) => ({
        name,
        seen: seen.current.form[name] ?? null,
        value: values.form[name] ?? null,
      }))
    const rest = same(seen.current.rest, values.rest) ? undefined : values.rest
    if (changes.length === 0 && rest === undefined) return
    const fresh = await save(changes, rest, seen.current.rest)
    const form = { ...seen.current.form }
    for (const { name, value } of changes) Object.assign(form, { [name]: value ?? undefined })
    for (const { name, theirs } of fresh) Object.assign(form, { [name]: theirs ?? undefined })
    seen.current = { form, rest: values.rest }
    if (fresh.length > 0)
      hold([...open.current.filter((o) => !fresh.some((f) => f.name === o.name)), ...fresh])
  })

  // each answer of the server is news once: looked at again after a save of one's own it would be an old one
  const heard = useRef(server)
  useEffect(() => {
    if (heard.current === server) return
    heard.current = server
    const fresh = freshParts(seen.current, draft.values, server)
    const rest = joinedRest(seen.current.rest, draft.values.rest, server.rest, join)
    if (!fresh && !rest) return
    const parts = fresh ?? { form: {} }
    seen.current = merged(seen.current, rest ? { ...parts, rest: server.rest } : parts)
    draft.change((old) => merged(old, rest ? { ...parts, rest: rest.both } : parts))
  }, [server, draft, join])

  /** Settles a clash: the chosen value goes on as if typed now, seen with the colleague's value. */
  function settle(clash: FieldClash, choice: 'mine' | 'theirs') {
    hold(open.current.filter((o) => o.name !== clash.name))
    const theirs = clash.theirs ?? undefined
    draft.change((old) => ({
      ...old,
      form: choice === 'theirs' ? { ...old.form, [clash.name]: theirs } : { ...old.form },
    }))
  }
  return { draft, clashes, settle }
}
