import { openRead, type Route } from '#frame/http/open.ts'
import { bundleDoor, filedDoor, filingsDoor } from './doors.ts'
import { listFilings, showFiled } from './filed-case.ts'
import { sendBundle } from './send-bundle.ts'

/** A line each: what was filed, and all of a case in one file. */
export const filedRoutes: readonly Route[] = [
  openRead(filingsDoor, (visit, { params }) => listFilings(visit, params.id)),
  openRead(filedDoor, (visit, { params }) => showFiled(visit, params.id, params.n)),
  openRead(bundleDoor, (visit, { params }) => sendBundle(visit, params.id)),
]
