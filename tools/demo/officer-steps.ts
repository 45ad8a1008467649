import { clearProhibitionAct } from '#rooms/licence/clear-prohibition.ts'
import { extendAct } from '#rooms/licence/extend.ts'
import { lapseAct } from '#rooms/licence/lapse.ts'
import { notInScopeAct } from '#rooms/licence/not-in-scope.ts'
import { returnToWindowAct } from '#rooms/licence/return-to-window.ts'

/** A step of a demonstration case beside the ordinary way, done by its officer on the day given. */
export type OfficerStep =
  | { act: 'lapse'; ago: number }
  | { act: 'return-to-window'; ago: number; why: string }
  | {
      act: 'not-in-scope'
      ago: number
      kind: 'no-approval' | 'elsewhere'
      reason: string
      instead: string
    }
  | { act: 'extend'; ago: number; reason: string }
  | { act: 'clear-prohibition'; ago: number; exception: string; basis: string }

/** Which act, by whom: the window of the unit's branch, or a login. */
export const officerActs = {
  lapse: { act: lapseAct, who: 'window' },
  'return-to-window': { act: returnToWindowAct, who: 'chushen' },
  'not-in-scope': { act: notInScopeAct, who: 'window' },
  extend: { act: extendAct, who: 'fuzeren' },
  'clear-prohibition': { act: clearProhibitionAct, who: 'fuzeren' },
} as const
