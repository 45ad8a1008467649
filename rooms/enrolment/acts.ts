import { approveAct, approvable } from './approve.ts'
import { fileAct } from './file.ts'
import { giveUpAct } from './give-up.ts'
import { refuseAct } from './refuse.ts'
import { returnAct } from './return.ts'
import { sendAgainAct } from './send-again.ts'

/** What the holder of the key may do, in the order his page shows it. */
export const requesterActs = [fileAct, sendAgainAct, giveUpAct] as const

/** What the account administrator may do. An approval is asked beforehand without branch and name. */
export const keeperActs = [
  { name: approveAct.name, move: approveAct.move, ready: approvable },
  returnAct,
  refuseAct,
  sendAgainAct,
] as const
