import { useQueryClient } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState } from 'react'
import { asCallError, type CallError } from '#shell/call-error.ts'
import { call } from '#shell/call.ts'
import { intentKeeper } from '#shell/intent.ts'
import { keyOf } from '#shell/query.ts'
import { tickDoor, visitDoor } from '../doors.ts'
import type { VisitView } from '../views.ts'

type Row = VisitView['rows'][number]
export type ShownTick = Pick<NonNullable<Row['tick']>, 'outcome' | 'remark'>

/** What the sheet needs to tick rows as fast as one presses keys. */
export interface Ticking {
  /** The tick of a row as the officer gave it, before the server has answered. */
  of: (row: Row) => ShownTick | null
  tick: (slot: string, outcome: 'seen' | 'wanting' | null, remark?: string) => void
  /** Ticks are on their way: what the page says of the visit is not settled yet. */
  busy: boolean
  refused: { slot: string; error: CallError } | null
}

/**
 * Sends ticks one after another, shows them at once, and reads the visit again when all have arrived. A
 * refused one is taken back and told.
 */
export function useTicks(view: VisitView): Ticking {
  const client = useQueryClient()
  const [mine, setMine] = useState<Readonly<Record<string, ShownTick | null>>>({})
  const [waiting, setWaiting] = useState(0)
  const [refused, setRefused] = useState<Ticking['refused']>(null)
  // what the next tick of a row must have seen: asked when it is sent, not when it was pressed
  const now = useRef({
    view,
    seen: new Map<string, string | null>(),
    last: Promise.resolve(),
    left: 0,
  })
  // what is on its way stands until the visit was read again: between the two a row would look untouched
  useLayoutEffect(() => {
    const at = now.current
    at.view = view
    if (at.left > 0) return
    at.seen.clear()
    setMine((old) => (Object.keys(old).length > 0 ? {} : old))
  }, [view])

  async function send(slot: string, outcome: ShownTick['outcome'] | null, remark: string) {
    const at = now.current
    const known = at.view.rows.find((r) => r.slot === slot)?.tick?.at ?? null
    const was = at.seen.has(slot) ? at.seen.get(slot)! : known
    const body = { slot, outcome, remark, was }
    try {
      const intent = intentKeeper().keyFor(body)
      const reply = await call(tickDoor, { params: { id: view.id }, body }, { intent })
      at.seen.set(slot, reply.tickedAt)
    } catch (error) {
      setRefused({ slot, error: asCallError(error) })
      setMine(({ [slot]: _gone, ...rest }) => rest)
    }
    at.left -= 1
    if (at.left > 0) return setWaiting(at.left)
    await client.invalidateQueries({ queryKey: keyOf(visitDoor) })
    return setWaiting(at.left)
  }

  return {
    of: (row) => (row.slot in mine ? mine[row.slot]! : row.tick),
    tick(slot, outcome, remark = '') {
      setRefused(null)
      setMine((old) => ({ ...old, [slot]: outcome ? { outcome, remark } : null }))
      const at = now.current
      at.left += 1
      setWaiting(at.left)
      at.last = at.last.then(() => send(slot, outcome, remark))
    },
    busy: waiting > 0,
    refused,
  }
}
