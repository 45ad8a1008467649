import { approveChangeAct } from './approve-change.ts'
import { declineChangeAct } from './decline-change.ts'
import { passAct } from './pass.ts'
import { returnAct } from './return.ts'
import { saveAct } from './save.ts'
import { submitAct } from './submit.ts'
import { withdrawAct } from './withdraw.ts'

/** Every act on an existing registration, in the order a page offers them. */
export const registrationActs = [
  saveAct,
  submitAct,
  approveChangeAct,
  declineChangeAct,
  passAct,
  returnAct,
  withdrawAct,
] as const
