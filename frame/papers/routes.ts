import { openAct, openRead, type Route } from '#frame/http/open.ts'
import {
  paperDoor,
  paperFileDoor,
  paperKindsDoor,
  papersDoor,
  retryPaperDoor,
  verifyDoor,
  verifyProofDoor,
} from './doors.ts'
import { allPaperKinds } from './kind.ts'
import { listPapers } from './list-papers.ts'
import { retryPaper } from './retry.ts'
import { sendPaper } from './send-paper.ts'
import { showPaper } from './show-paper.ts'
import { paperLife } from './states.ts'
import { sendProof, verifyPaper } from './verify-paper.ts'

export const paperRoutes: readonly Route[] = [
  openRead(papersDoor, (visit, { query }) => listPapers(visit, query)),
  openRead(paperKindsDoor, async () => ({
    kinds: allPaperKinds().map(({ kind, title }) => ({ kind, words: title })),
  })),
  openRead(paperDoor, (visit, { params }) => showPaper(visit, params.id)),
  openRead(paperFileDoor, (visit, { params, query }) => sendPaper(visit, params.id, query.as)),
  openAct(retryPaperDoor, retryPaper, paperLife, ({ params, body }) => ({ ...params, ...body })),
  openRead(verifyDoor, (visit, { params }) => verifyPaper(visit, params.code)),
  openRead(verifyProofDoor, (visit, { params }) => sendProof(visit, params.code)),
]
