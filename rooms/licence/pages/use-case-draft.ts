import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '#shell/call.ts'
import { keyOf } from '#shell/query.ts'
import { useFieldDraft } from '#shell/parts/field-draft.ts'
import { caseDoor, saveDoor } from '../doors.ts'
import type { CaseForm } from '../forms.ts'
import type { ItemLine } from '../item-lines.ts'
import type { CaseView } from '../views.ts'

/** Keeps the application on the server as one types; 附表 travels as a whole. */
export function useCaseDraft(view: CaseView) {
  const client = useQueryClient()
  const server = useMemo(() => ({ form: view.form, rest: view.lines }), [view.form, view.lines])
  return useFieldDraft<CaseForm, ItemLine[]>(server, async (changes, lines) => {
    const reply = await call(saveDoor, {
      params: { id: view.id },
      body: {
        changes: changes as { name: keyof CaseForm; seen: unknown; value: unknown }[],
        ...(lines ? { lines } : {}),
      },
    })
    await client.invalidateQueries({ queryKey: keyOf(caseDoor) })
    return reply.clashes
  })
}
