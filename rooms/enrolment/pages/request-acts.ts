import type { Door } from '#frame/http/door.ts'
import type { ActBarProps } from '#shell/parts/act-bar.tsx'
import { useAct } from '#shell/query.ts'
import { approveDoor, refuseDoor, returnDoor, sendAgainDoor } from '../doors.ts'
import type { EnrolmentView } from '../views.ts'
import { actForms } from './act-forms.tsx'

const byAct = {
  'enrolment.approve': approveDoor,
  'enrolment.return': returnDoor,
  'enrolment.refuse': refuseDoor,
  'enrolment.send-again': sendAgainDoor,
} as const
type ActName = keyof typeof byAct

/** The administrator's acts on a request, wired to their doors. In: the request as shown. */
export function useRequestActs(view: EnrolmentView): ActBarProps {
  // One hook for all doors: the same path with another last word.
  const acts = Object.fromEntries(
    (Object.keys(byAct) as ActName[]).map((name) => [
      name,
      useDoorAct(byAct[name] as unknown as Door),
    ]),
  )
  return {
    acts: view.acts,
    forms: actForms(view),
    run: (name, input) =>
      acts[name]!.run({
        params: { id: view.id },
        body: { ...input, version: view.version },
      } as never),
  }
}

function useDoorAct(door: Door) {
  return useAct(door)
}
