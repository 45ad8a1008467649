import { openAct, openRead, type Route } from '#frame/http/open.ts'
import * as doors from './doors.ts'
import { pullNextAct } from './pull-next.ts'
import { addRemarkAct, settleRemarkAct } from './remarks.ts'
import { showDesk } from './show-desk.ts'
import { caseCheckLife, caseHandLife, caseRemarkLife } from './states.ts'
import { takeCaseAct } from './take-case.ts'
import { tickCheckAct } from './tick-check.ts'

const said = ({ params, body }: { params: { id: string }; body: object }) => ({
  ...body,
  id: params.id,
})

/** A line each: which door of an officer's desk leads to which act or read. */
export const deskRoutes: readonly Route[] = [
  openRead(doors.deskDoor, (visit, { params }) => showDesk(visit, params.id)),
  openAct(doors.pullDoor, pullNextAct, caseHandLife, ({ body }) => body),
  openAct(doors.takeDoor, takeCaseAct, caseHandLife, ({ params }) => params),
  openAct(doors.addRemarkDoor, addRemarkAct, caseRemarkLife, said),
  openAct(doors.settleRemarkDoor, settleRemarkAct, caseRemarkLife, said),
  openAct(doors.tickDoor, tickCheckAct, caseCheckLife, said),
]
