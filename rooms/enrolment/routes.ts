import { openAct, openRead, type Route } from '#frame/http/open.ts'
import { approveAct } from './approve.ts'
import { beginAct } from './begin.ts'
import { beginRequest } from './begin-request.ts'
import * as doors from './doors.ts'
import { fileAct } from './file.ts'
import { giveUpAct } from './give-up.ts'
import { readGuide } from './guide.ts'
import { listEnrolments } from './list-enrolments.ts'
import { showOwn } from './own-request.ts'
import { sendForm } from './print-form.ts'
import { refuseAct } from './refuse.ts'
import { returnAct } from './return.ts'
import { saveAct } from './save.ts'
import { saveRequest } from './save-request.ts'
import { sendAgainAct } from './send-again.ts'
import { lookAtDocument, showEnrolment } from './show-enrolment.ts'
import { enrolmentLife as life } from './states.ts'

/** What stands behind a door that names one request: its id and what was said. */
const said = ({ params, body }: { params: { id: string }; body: object }) => ({
  ...body,
  id: params.id,
})

/** A line each: which door leads to which act or read. */
export const enrolmentRoutes: readonly Route[] = [
  openRead(doors.guideDoor, (visit) => readGuide(visit)),
  {
    ...openRead(doors.beginDoor, (visit, { body }) => beginRequest(visit, body)),
    act: beginAct.name,
  },
  openRead(doors.ownDoor, (visit, { params }) => showOwn(visit, params.id)),
  {
    ...openRead(doors.saveDoor, (visit, { params, body }) => saveRequest(visit, params.id, body)),
    act: saveAct.name,
  },
  openRead(doors.printDoor, (visit, { params }) => sendForm(visit, params.id)),
  openAct(doors.fileDoor, fileAct, life, said),
  openAct(doors.giveUpDoor, giveUpAct, life, said),
  openAct(doors.sendLinkDoor, sendAgainAct, life, said),
  openRead(doors.listDoor, (visit, { query }) => listEnrolments(visit, query)),
  openRead(doors.enrolmentDoor, (visit, { params }) => showEnrolment(visit, params.id)),
  openRead(doors.documentDoor, (visit, { params }) => lookAtDocument(visit, params.id)),
  openAct(doors.approveDoor, approveAct, life, said),
  openAct(doors.returnDoor, returnAct, life, said),
  openAct(doors.refuseDoor, refuseAct, life, said),
  openAct(doors.sendAgainDoor, sendAgainAct, life, said),
]
