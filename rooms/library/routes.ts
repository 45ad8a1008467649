import { openAct, openRead, type Route } from '#frame/http/open.ts'
import { addAct } from './add.ts'
import { changeAct } from './change.ts'
import * as doors from './doors.ts'
import { listArticles, showArticle, unitsOf } from './reads.ts'
import { restoreAct } from './restore.ts'
import { retireAct } from './retire.ts'
import { articleLife as life } from './states.ts'

/** What stands behind a door that names one article: its id and what was said. */
const said = ({ params, body }: { params: { id: string }; body: object }) => ({
  ...body,
  id: params.id,
})

/** A line each: which door leads to which act or read. */
export const libraryRoutes: readonly Route[] = [
  openRead(doors.articlesDoor, (visit, { query }) => listArticles(visit, query)),
  openRead(doors.unitsDoor, (visit) => unitsOf(visit)),
  openRead(doors.articleDoor, (visit, { params }) => showArticle(visit, params.id)),
  openAct(doors.addDoor, addAct, life, ({ body }) => body),
  openAct(doors.changeDoor, changeAct, life, said),
  openAct(doors.retireDoor, retireAct, life, said),
  openAct(doors.restoreDoor, restoreAct, life, said),
]
