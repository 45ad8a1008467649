import { openAct, openRead, type Route } from '#frame/http/open.ts'
import { approveChangeAct } from './approve-change.ts'
import { askChangeAct } from './ask-change.ts'
import { beginContactAct } from './begin-contact.ts'
import { beginAct } from './begin.ts'
import { declineChangeAct } from './decline-change.ts'
import * as doors from './doors.ts'
import { listRegistrations } from './list-registrations.ts'
import { listUnits } from './list-units.ts'
import { passAct } from './pass.ts'
import { sendContactForm } from './print-contact-form.ts'
import { returnAct } from './return.ts'
import { saveAct } from './save.ts'
import { setContactAct } from './set-contact.ts'
import { showRegistration } from './show-registration.ts'
import { showUnit, showUnitAsOf } from './show-unit.ts'
import { registrationLife as life, unitLife } from './states.ts'
import { submitAct } from './submit.ts'
import { sendUnitEndings, showUnitDesk } from './unit-desk.ts'
import { withdrawAct } from './withdraw.ts'

/** What stands behind a door that names one thing: its id and what was said. */
const said = ({ params, body }: { params: { id: string }; body: object }) => ({
  ...body,
  id: params.id,
})

/** A line each: which door leads to which act or read. */
export const registrationRoutes: readonly Route[] = [
  openRead(doors.listDoor, (visit, { query }) => listRegistrations(visit, query)),
  openRead(doors.registrationDoor, (visit, { params }) => showRegistration(visit, params.id)),
  openRead(doors.contactFormDoor, (visit, { params }) => sendContactForm(visit, params.id)),
  openAct(doors.beginDoorOfUnit, beginAct, life, ({ body }) => body),
  openAct(doors.beginContactDoor, beginContactAct, life, ({ body }) => body),
  openAct(doors.askChangeDoor, askChangeAct, life, ({ body }) => body),
  openAct(doors.saveDoor, saveAct, life, said),
  openAct(doors.submitDoor, submitAct, life, said),
  openAct(doors.withdrawDoor, withdrawAct, life, said),
  openAct(doors.approveChangeDoor, approveChangeAct, life, said),
  openAct(doors.declineChangeDoor, declineChangeAct, life, said),
  openAct(doors.passDoor, passAct, life, said),
  openAct(doors.returnDoor, returnAct, life, said),
  openRead(doors.unitsDoor, (visit, { query }) => listUnits(visit, query)),
  openRead(doors.unitDoor, (visit, { params }) => showUnit(visit, params.id)),
  openRead(doors.unitAsOfDoor, (visit, { params, query }) =>
    showUnitAsOf(visit, params.id, query.day),
  ),
  openRead(doors.unitDeskDoor, (visit, { params }) => showUnitDesk(visit, params.id)),
  openRead(doors.unitEndingsDoor, (visit, { params, query }) =>
    sendUnitEndings(visit, params.id, query.language),
  ),
  openAct(doors.setContactDoor, setContactAct, unitLife, said),
]
