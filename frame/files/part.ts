import { addGauge } from '#frame/http/metrics.ts'
import type { HousePart } from '#frame/http/part.ts'
import { clamdAddress } from './clamd.ts'
import './notices.ts'
import { waitingCount } from './rescan.ts'
import { fileRoutes } from './routes.ts'
import './sweep.ts'

/** Uploads, downloads and their virus scan as a part of the house. */
export const filesPart: HousePart = {
  name: 'files',
  routes: fileRoutes,
  async plugin(app, { config, db }) {
    // A wrong address is told at start and not at the first upload.
    if (config.clamd !== null) clamdAddress(config.clamd)
    addGauge(app, 'lianguan_files_waiting', 'Uploaded files waiting for a virus scan', () =>
      waitingCount(db),
    )
    // The body of an upload is left on the wire: the handler streams it to disk within the slot's limit.
    app.addContentTypeParser('application/octet-stream', (_request, _body, done) => done(null))
  },
}
