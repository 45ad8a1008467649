import { openAct, openRead } from '#frame/http/open.ts'
import { colleaguesFor } from './colleagues.ts'
import { colleaguesDoor, handOverDoor } from './doors.ts'
import { handOver } from './hand-over.ts'
import { taskLife } from './states.ts'

export const taskRoutes = [
  openRead(colleaguesDoor, (visit, { query }) => colleaguesFor(visit, query)),
  openAct(handOverDoor, handOver, taskLife, ({ body }) => body),
]
