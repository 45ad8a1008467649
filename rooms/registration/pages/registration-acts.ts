import type { ActBarProps } from '#shell/parts/act-bar.tsx'
import type { Door } from '#frame/http/door.ts'
import { movesAhead } from '#frame/kernel/lifecycle.ts'
import { useAct } from '#shell/query.ts'
import * as doors from '../doors.ts'
import { registrationLife, type RegistrationStatus } from '../states.ts'
import type { RegistrationView } from '../views.ts'
import { actForms } from './act-forms.tsx'

const byAct = {
  'registration.submit': doors.submitDoor,
  'registration.withdraw': doors.withdrawDoor,
  'registration.approve-change': doors.approveChangeDoor,
  'registration.decline-change': doors.declineChangeDoor,
  'registration.pass': doors.passDoor,
  'registration.return': doors.returnDoor,
} as const
type ActName = keyof typeof byAct

/** The acts of a registration wired to their doors. In: the view, and what to finish before an act (saving). */
export function useRegistrationActs(
  view: RegistrationView,
  before?: () => Promise<boolean>,
): ActBarProps {
  // One hook for all doors: the same path with another last word.
  const acts = Object.fromEntries(
    (Object.keys(byAct) as ActName[]).map((name) => [
      name,
      useDoorAct(byAct[name] as unknown as Door),
    ]),
  )
  const ahead = movesAhead(registrationLife, view.status as RegistrationStatus)
  return {
    acts: view.acts.filter(
      (a) => a.act in byAct && ahead.some((move) => `registration.${move.act}` === a.act),
    ),
    forms: actForms(view),
    async run(name, input) {
      if (before && !(await before())) return
      await acts[name]!.run({
        params: { id: view.id },
        body: { ...input, version: view.version },
      } as never)
    },
  }
}

function useDoorAct(door: Door) {
  return useAct(door)
}
