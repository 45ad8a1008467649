import { openAct, openRead } from '#frame/http/open.ts'
import { beginUpload } from './begin-upload.ts'
import {
  beginUploadDoor,
  downloadDoor,
  dropUploadDoor,
  finishUploadDoor,
  putFileDoor,
  putPartDoor,
  removeFileDoor,
  showFileDoor,
  slotsDoor,
} from './doors.ts'
import { putFile } from './put-file.ts'
import { removeFile } from './remove.ts'
import { sendFile } from './send-file.ts'
import { showFile, showSlots } from './shown-file.ts'
import { fileLife } from './states.ts'
import type { UploadState } from './upload-state.ts'
import { dropUpload, finishUpload, putPart } from './uploads.ts'

const showState = (state: UploadState) => ({
  ...state,
  file: state.file && showFile(state.file),
})

export const fileRoutes = [
  openRead(slotsDoor, (visit, { params }) => showSlots(visit, params)),
  openRead(putFileDoor, async (visit, { params }) => ({
    file: showFile(await putFile(visit, params)),
  })),
  openRead(beginUploadDoor, async (visit, { params, body }) =>
    showState(await beginUpload(visit, params, body)),
  ),
  openRead(putPartDoor, async (visit, { params }) =>
    showState(await putPart(visit, params.id, params.n)),
  ),
  openRead(finishUploadDoor, async (visit, { params }) => ({
    file: showFile(await finishUpload(visit, params.id)),
  })),
  openRead(dropUploadDoor, async (visit, { params }) => {
    await dropUpload(visit, params.id)
    return { dropped: true as const }
  }),
  openAct(removeFileDoor, removeFile, fileLife, ({ params }) => params),
  openRead(downloadDoor, (visit, { params }) => sendFile(visit, params.id, 'attachment')),
  openRead(showFileDoor, (visit, { params }) => sendFile(visit, params.id, 'page')),
]
