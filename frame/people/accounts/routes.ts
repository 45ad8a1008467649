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
  confirmRoleDoor,
  endAccountDoor,
  endDeputyDoor,
  endRoleDoor,
  endSessionsDoor,
  grantRoleDoor,
  handOverDoor,
  inviteAgainDoor,
  inviteDoor,
  nameDeputyDoor,
  peopleDoor,
  personDoor,
  proposalsDoor,
  refuseRoleDoor,
  resetFactorDoor,
  resumeDoor,
  signInLogDoor,
  suspendDoor,
  withdrawRoleDoor,
} from './doors.ts'
import { endRole } from './end-role.ts'
import { grantRole } from './grant-role.ts'
import { handOver } from './hand-over.ts'
import { invite } from './invite.ts'
import { endDeputy, nameDeputy } from './name-deputy.ts'
import { peopleList } from './people-list.ts'
import { personRead } from './person-read.ts'
import { proposalLines } from './proposal-lines.ts'
import { confirmRole, refuseRole, withdrawRole } from './settle-role.ts'
import { signInLog } from './sign-in-log.ts'
import { accountLife, deputyLife, grantLife, taskLife } from './states.ts'

/** A step on one row: its id from the address, version and reason from the body. */
const step = <P extends object, B extends object>({ params, body }: { params: P; body: B }) => ({
  ...params,
  ...body,
})

export const peopleRoutes = [
  openRead(peopleDoor, ({ house, actor }, { query }) => peopleList(house, actor, query)),
  openRead(personDoor, ({ house, actor }, { params }) => personRead(house, actor, params.id)),
  openRead(choicesDoor, ({ house, actor }, { query }) => choices(house, actor, query.unit)),
  openRead(proposalsDoor, async ({ house, actor }) => ({
    rows: await proposalLines(house, actor),
  })),
  openRead(signInLogDoor, ({ house }, { query }) => signInLog(house, query)),
  openAct(inviteDoor, invite, accountLife, ({ body }) => body),
  openAct(inviteAgainDoor, inviteAgain, accountLife, step),
  openAct(changeAccountDoor, changeAccount, accountLife, step),
  openAct(suspendDoor, suspendAccount, accountLife, step),
  openAct(resumeDoor, resumeAccount, accountLife, step),
  openAct(endAccountDoor, endAccount, accountLife, step),
  openAct(endSessionsDoor, endAllSessions, accountLife, step),
  openAct(resetFactorDoor, resetFactor, accountLife, step),
  openAct(grantRoleDoor, grantRole, grantLife, ({ params, body }) => ({
    accountId: params.id,
    ...body,
  })),
  openAct(endRoleDoor, endRole, grantLife, step),
  openAct(confirmRoleDoor, confirmRole, grantLife, step),
  openAct(refuseRoleDoor, refuseRole, grantLife, step),
  openAct(withdrawRoleDoor, withdrawRole, grantLife, step),
  openAct(nameDeputyDoor, nameDeputy, deputyLife, ({ body }) => body),
  openAct(endDeputyDoor, endDeputy, deputyLife, step),
  openAct(handOverDoor, handOver, taskLife, ({ body }) => body),
]
