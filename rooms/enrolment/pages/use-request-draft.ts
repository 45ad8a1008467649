import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '#shell/call.ts'
import { useFieldDraft } from '#shell/parts/field-draft.ts'
import { keyOf } from '#shell/query.ts'
import { ownDoor, saveDoor } from '../doors.ts'
import type { EnrolmentForm } from '../forms.ts'
import type { OwnView } from '../views.ts'

/** Keeps the request on the server as one types, also where another device has it open. */
export function useRequestDraft(view: OwnView) {
  const client = useQueryClient()
  const server = useMemo(() => ({ form: view.form, rest: null }), [view.form])
  return useFieldDraft<EnrolmentForm, null>(server, async (changes) => {
    const reply = await call(saveDoor, {
      params: { id: view.id },
      body: {
        changes: changes as { name: keyof EnrolmentForm; seen: unknown; value: unknown }[],
      },
    })
    await client.invalidateQueries({ queryKey: keyOf(ownDoor) })
    return reply.clashes
  })
}
