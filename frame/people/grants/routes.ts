import { openAct } from '#frame/http/open.ts'
import { endDeputyDoor, endRoleDoor, grantRoleDoor, nameDeputyDoor } from './doors.ts'
import { endRole } from './end-role.ts'
import { grantRole } from './grant-role.ts'
import { endDeputy, nameDeputy } from './name-deputy.ts'
import { deputyLife, grantLife } from './states.ts'

/** A step on one row: its id from the address, version and reason from the body. */
const step = <P extends object, B extends object>({ params, body }: { params: P; body: B }) => ({
  ...params,
  ...body,
})

export const grantRoutes = [
  openAct(grantRoleDoor, grantRole, grantLife, ({ params, body }) => ({
    accountId: params.id,
    ...body,
  })),
  openAct(endRoleDoor, endRole, grantLife, step),
  openAct(nameDeputyDoor, nameDeputy, deputyLife, ({ body }) => body),
  openAct(endDeputyDoor, endDeputy, deputyLife, step),
]
