import { openAct, openRead } from '#frame/http/open.ts'
import {
  endAccount,
  endAllSessions,
  inviteAgain,
  resetFactor,
  resumeAccount,
  suspendAccount,
} from './account-status.ts'
import { changeAccount } from './change-account.ts'
import { choices } from './choices.ts'
import {
  changeAccountDoor,
  choicesDoor,
  endAccountDoor,
  endSessionsDoor,
  inviteAgainDoor,
  inviteDoor,
  peopleDoor,
  personDoor,
  resetFactorDoor,
  resumeDoor,
  signInLogDoor,
  suspendDoor,
} from './doors.ts'
import { invite } from './invite.ts'
import { peopleList } from './people-list.ts'
import { personRead } from './person-read.ts'
import { signInLog } from './sign-in-log.ts'
import { accountLife } from './states.ts'

/** A step on one row: its id from the address, version and reason from the body. */
const step = <P extends object, B extends object>({ params, body }: { params: P; body: B }) => ({
  ...params,
  ...body,
})

export const accountRoutes = [
  openRead(peopleDoor, ({ house, actor }, { query }) => peopleList(house, actor, query)),
  openRead(personDoor, ({ house, actor }, { params }) => personRead(house, actor, params.id)),
  openRead(choicesDoor, ({ house, actor }, { query }) => choices(house, actor, query.unit)),
  openRead(signInLogDoor, ({ house }, { query }) => signInLog(house, query)),
  openAct(inviteDoor, invite, accountLife, ({ body }) => body),
  openAct(inviteAgainDoor, inviteAgain, accountLife, step),
  openAct(changeAccountDoor, changeAccount, accountLife, step),
  openAct(suspendDoor, suspendAccount, accountLife, step),
  openAct(resumeDoor, resumeAccount, accountLife, step),
  openAct(endAccountDoor, endAccount, accountLife, step),
  openAct(endSessionsDoor, endAllSessions, accountLife, step),
  openAct(resetFactorDoor, resetFactor, accountLife, step),
]
