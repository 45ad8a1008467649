import { openAct, openRead, type Route } from '#frame/http/open.ts'
import { confirmAct } from './confirm.ts'
import * as doors from './doors.ts'
import { listPermits, listWriteOffs } from './list.ts'
import { showPermit, showWriteOff } from './reads.ts'
import { requestAct } from './request.ts'
import { permitLife, writeOffLife } from './states.ts'

/** A line each: which door leads to which act or read. */
export const quotaRoutes: readonly Route[] = [
  openRead(doors.permitsDoor, (visit, { query }) => listPermits(visit, query)),
  openRead(doors.permitDoor, (visit, { params }) => showPermit(visit, params.id)),
  openAct(doors.requestDoor, requestAct, permitLife, ({ params, body }) => ({
    ...body,
    permitId: params.id,
  })),
  openRead(doors.writeOffsDoor, (visit, { query }) => listWriteOffs(visit, query)),
  openRead(doors.writeOffDoor, (visit, { params }) => showWriteOff(visit, params.id)),
  openAct(doors.confirmDoor, confirmAct, writeOffLife, ({ params, body }) => ({
    ...body,
    id: params.id,
  })),
]
