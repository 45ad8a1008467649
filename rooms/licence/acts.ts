import { acceptAct } from './accept.ts'
import { askCorrectionAct } from './ask-correction.ts'
import { closeStepAct } from './close-step.ts'
import { grantAct } from './grant.ts'
import { openStepAct } from './open-step.ts'
import { proposeAct } from './propose.ts'
import { refuseAct } from './refuse.ts'
import { returnToFirstAct } from './return-to-first.ts'
import { saveAct } from './save.ts'
import { submitAct } from './submit.ts'
import { withdrawAct } from './withdraw.ts'

/** Every act on an existing case, in the order a page offers them. */
export const caseActs = [
  saveAct,
  submitAct,
  withdrawAct,
  acceptAct,
  askCorrectionAct,
  proposeAct,
  openStepAct,
  closeStepAct,
  grantAct,
  refuseAct,
  returnToFirstAct,
] as const
