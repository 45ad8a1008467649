import { openAct, openRead, type Route } from '#frame/http/open.ts'
import { acceptAct } from './accept.ts'
import { askCorrectionAct } from './ask-correction.ts'
import { clearProhibitionAct } from './clear-prohibition.ts'
import { closeStepAct } from './close-step.ts'
import { createAct } from './create.ts'
import { deliverAct } from './deliver.ts'
import * as doors from './doors.ts'
import { extendAct } from './extend.ts'
import { earlierList, earlierLists } from './earlier-lists.ts'
import { grantAct } from './grant.ts'
import { lapseAct } from './lapse.ts'
import * as linesDoors from './lines-doors.ts'
import { sendLinesTemplate } from './lines-template.ts'
import { listCases } from './list-cases.ts'
import { notInScopeAct } from './not-in-scope.ts'
import { openStepAct } from './open-step.ts'
import { proposeRefusalAct } from './propose-refusal.ts'
import { proposeAct } from './propose.ts'
import { holdersInReach, unitsToFileFor } from './reads.ts'
import { receiveAct } from './receive.ts'
import { refuseAct } from './refuse.ts'
import { returnToFirstAct } from './return-to-first.ts'
import { returnToWindowAct } from './return-to-window.ts'
import { saveAct } from './save.ts'
import { sendCaseSheet } from './send-sheet.ts'
import { sendOnAct } from './send-on.ts'
import { showCase } from './show-case.ts'
import { licenceLife as life } from './states.ts'
import { submitAct } from './submit.ts'
import { withdrawAct } from './withdraw.ts'

/** What stands behind a door that names one case: its id and what was said. */
const said = ({ params, body }: { params: { id: string }; body: object }) => ({
  ...body,
  id: params.id,
})

/** A line each: which door leads to which act or read. */
export const licenceRoutes: readonly Route[] = [
  openRead(doors.listDoor, (visit, { query }) => listCases(visit, query)),
  openRead(doors.sheetDoor, (visit, { query }) => sendCaseSheet(visit, query)),
  openRead(doors.holdersDoor, (visit) => holdersInReach(visit)),
  openRead(doors.startDoor, (visit) => unitsToFileFor(visit)),
  openRead(doors.caseDoor, (visit, { params }) => showCase(visit, params.id)),
  openRead(linesDoors.templateDoor, (visit) => sendLinesTemplate(visit)),
  openRead(linesDoors.earlierListsDoor, (visit, { params }) => earlierLists(visit, params.id)),
  openRead(linesDoors.earlierListDoor, (visit, { params }) => earlierList(visit, params)),
  openAct(doors.createDoor, createAct, life, ({ body }) => body),
  openAct(doors.saveDoor, saveAct, life, said),
  openAct(doors.submitDoor, submitAct, life, said),
  openAct(doors.withdrawDoor, withdrawAct, life, said),
  openAct(doors.acceptDoor, acceptAct, life, said),
  openAct(doors.askCorrectionDoor, askCorrectionAct, life, said),
  openAct(doors.openStepDoor, openStepAct, life, said),
  openAct(doors.closeStepDoor, closeStepAct, life, said),
  openAct(doors.proposeDoor, proposeAct, life, said),
  openAct(doors.returnToFirstDoor, returnToFirstAct, life, said),
  openAct(doors.grantDoor, grantAct, life, said),
  openAct(doors.refuseDoor, refuseAct, life, said),
  openAct(doors.notInScopeDoor, notInScopeAct, life, said),
  openAct(doors.lapseDoor, lapseAct, life, said),
  openAct(doors.returnToWindowDoor, returnToWindowAct, life, said),
  openAct(doors.sendOnDoor, sendOnAct, life, said),
  openAct(doors.proposeRefusalDoor, proposeRefusalAct, life, said),
  openAct(doors.extendDoor, extendAct, life, said),
  openAct(doors.clearProhibitionDoor, clearProhibitionAct, life, said),
  openAct(doors.deliverDoor, deliverAct, life, said),
  openAct(doors.receiveDoor, receiveAct, life, said),
]
