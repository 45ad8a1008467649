import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '#shell/call.ts'
import { keyOf } from '#shell/query.ts'
import { useFieldDraft } from '#shell/parts/field-draft.ts'
import { caseDoor, saveDoor } from '../doors.ts'
import type { CaseForm } from '../forms.ts'
import type { ItemLine } from '../item-lines.ts'
import { editBetween, joinedLines } from '../line-edit.ts'
import type { CaseView } from '../views.ts'

/** Keeps the application on the server as one types; of 附表 only the rows that changed travel. */
export function useCaseDraft(view: CaseView) {
  const client = useQueryClient()
  const server = useMemo(() => ({ form: view.form, rest: view.lines }), [view.form, view.lines])
  return useFieldDraft<CaseForm, ItemLine[]>(
    server,
    async (changes, lines, seen) => {
      // measured against the rows this page has seen: what a colleague did since is not overwritten
      const edit = lines && editBetween(seen, lines)
      try {
        const { clashes } = await call(saveDoor, {
          params: { id: view.id },
          body: {
            changes: changes as { name: keyof CaseForm; seen: unknown; value: unknown }[],
            ...(edit ? { lineEdit: edit } : {}),
          },
        })
        return clashes
      } finally {
        // also after a no: what a colleague has changed meanwhile is then known
        await client.invalidateQueries({ queryKey: keyOf(caseDoor) })
      }
    },
    joinedLines,
  )
}
