import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '#shell/call.ts'
import { keyOf } from '#shell/query.ts'
import { useFieldDraft } from '#shell/parts/field-draft.ts'
import { registrationDoor, saveDoor } from '../doors.ts'
import type { RegistrationForm } from '../forms.ts'
import type { RegistrationView } from '../views.ts'

/** Keeps 单位登记 on the server as one types. */
export function useRegistrationDraft(view: RegistrationView) {
  const client = useQueryClient()
  const server = useMemo(() => ({ form: view.form, rest: undefined }), [view.form])
  return useFieldDraft<RegistrationForm, undefined>(server, async (changes) => {
    const reply = await call(saveDoor, {
      params: { id: view.id },
      body: {
        changes: changes as { name: keyof RegistrationForm; seen: unknown; value: unknown }[],
      },
    })
    await client.invalidateQueries({ queryKey: keyOf(registrationDoor) })
    return reply.clashes
  })
}
