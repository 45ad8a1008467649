import { openAct, openRead } from '#frame/http/open.ts'
import { dropViewDoor, keepViewDoor, savedViewsDoor } from './doors.ts'
import { dropViewAct } from './drop-view.ts'
import { keepViewAct, savedViewsOf } from './keep-view.ts'
import { savedViewLife } from './states.ts'

export const savedViewRoutes = [
  openRead(savedViewsDoor, (visit, { query }) => savedViewsOf(visit, query.register)),
  openAct(keepViewDoor, keepViewAct, savedViewLife, ({ body }) => body),
  openAct(dropViewDoor, dropViewAct, savedViewLife, ({ params }) => params),
]
