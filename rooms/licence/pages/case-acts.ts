import type { ActBarProps } from '#shell/parts/act-bar.tsx'
import type { ActForm } from '#shell/parts/act-form.ts'
import type { Door } from '#frame/http/door.ts'
import { movesAhead } from '#frame/kernel/lifecycle.ts'
import { useAct } from '#shell/query.ts'
import * as doors from '../doors.ts'
import { licenceLife, type LicenceStatus } from '../states.ts'
import type { CaseView } from '../views.ts'
import { actForms } from './act-forms.tsx'

const byAct = {
  'licence.submit': doors.submitDoor,
  'licence.withdraw': doors.withdrawDoor,
  'licence.accept': doors.acceptDoor,
  'licence.ask-correction': doors.askCorrectionDoor,
  'licence.open-step': doors.openStepDoor,
  'licence.close-step': doors.closeStepDoor,
  'licence.propose': doors.proposeDoor,
  'licence.return-to-first': doors.returnToFirstDoor,
  'licence.grant': doors.grantDoor,
  'licence.refuse': doors.refuseDoor,
  'licence.not-in-scope': doors.notInScopeDoor,
  'licence.lapse': doors.lapseDoor,
  'licence.return-to-window': doors.returnToWindowDoor,
  'licence.send-on': doors.sendOnDoor,
  'licence.propose-refusal': doors.proposeRefusalDoor,
  'licence.extend': doors.extendDoor,
  'licence.clear-prohibition': doors.clearProhibitionDoor,
  'licence.deliver': doors.deliverDoor,
} as const
type ActName = keyof typeof byAct

/** The acts of a case wired to their doors. In: the case, and what to finish before an act (saving). */
export function useCaseActs(view: CaseView, before?: () => Promise<boolean>): ActBarProps {
  // One hook for all doors: the same path with another last word.
  const acts = Object.fromEntries(
    (Object.keys(byAct) as ActName[]).map((name) => [
      name,
      useDoorAct(byAct[name] as unknown as Door),
    ]),
  )
  const forms: Readonly<Record<string, ActForm>> = actForms(view)
  return {
    acts: view.acts.filter(
      (a) =>
        a.act in byAct &&
        stillAhead(view.status as LicenceStatus, a.act) &&
        // where nothing is forbidden, or all has arrived, there is nothing to be reminded of
        !a.reasons.some((r) => r.code === 'nothing-to-clear' || r.code === 'delivered'),
    ),
    forms,
    async run(name, input) {
      if (before && !(await before())) return
      await acts[name]!.run({
        params: { id: view.id },
        body: { ...input, version: view.version },
      } as never)
    },
  }
}

/** Whether an act can still come up from this status on; what lies behind the case is not offered. */
function stillAhead(status: LicenceStatus, act: string): boolean {
  return movesAhead(licenceLife, status).some((move) => `licence.${move.act}` === act)
}

function useDoorAct(door: Door) {
  return useAct(door)
}
