import { useQueryClient } from '@tanstack/react-query'
import { useLayoutEffect, useMemo, useRef } from 'react'
import { call } from '#shell/call.ts'
import { keyOf } from '#shell/query.ts'
import { useFieldDraft } from '#shell/parts/field-draft.ts'
import { caseDoor, saveDoor } from '../doors.ts'
import type { CaseForm } from '../forms.ts'
import type { ItemLine } from '../item-lines.ts'
import { editBetween } from '../line-edit.ts'
import type { CaseView } from '../views.ts'

/** Keeps the application on the server as one types; of 附表 only the rows that changed travel. */
export function useCaseDraft(view: CaseView) {
  const client = useQueryClient()
  const server = useMemo(() => ({ form: view.form, rest: view.lines }), [view.form, view.lines])
  // 附表 as the server has it
  const kept = useRef(view.lines)
  useLayoutEffect(() => {
    kept.current = view.lines
  }, [view.lines])
  return useFieldDraft<CaseForm, ItemLine[]>(server, async (changes, lines) => {
    const edit = lines && editBetween(kept.current, lines)
    try {
      const { clashes } = await call(saveDoor, {
        params: { id: view.id },
        body: {
          changes: changes as { name: keyof CaseForm; seen: unknown; value: unknown }[],
          ...(edit ? { lineEdit: edit } : {}),
        },
      })
      if (lines) kept.current = lines
      return clashes
    } finally {
      // also after a no: what a colleague has changed meanwhile is then known
      await client.invalidateQueries({ queryKey: keyOf(caseDoor) })
    }
  })
}
