import { acceptAct } from './accept.ts'
import { askCorrectionAct } from './ask-correction.ts'
import { clearProhibitionAct } from './clear-prohibition.ts'
import { closeStepAct } from './close-step.ts'
import { deliverAct } from './deliver.ts'
import { extendAct } from './extend.ts'
import { grantAct } from './grant.ts'
import { lapseAct } from './lapse.ts'
import { notInScopeAct } from './not-in-scope.ts'
import { openStepAct } from './open-step.ts'
import { proposeRefusalAct } from './propose-refusal.ts'
import { proposeAct } from './propose.ts'
import { receiveAct } from './receive.ts'
import { refuseAct } from './refuse.ts'
import { returnToFirstAct } from './return-to-first.ts'
import { returnToWindowAct } from './return-to-window.ts'
import { saveAct } from './save.ts'
import { sendOnAct } from './send-on.ts'
import { submitAct } from './submit.ts'
import { withdrawAct } from './withdraw.ts'

/** Every act on an existing case, in the order a page offers them. */
export const caseActs = [
  saveAct,
  submitAct,
  withdrawAct,
  acceptAct,
  askCorrectionAct,
  notInScopeAct,
  lapseAct,
  sendOnAct,
  proposeRefusalAct,
  proposeAct,
  openStepAct,
  closeStepAct,
  returnToWindowAct,
  grantAct,
  refuseAct,
  returnToFirstAct,
  extendAct,
  clearProhibitionAct,
  deliverAct,
  receiveAct,
] as const
