// npm start: install what is missing, build the web if stale, then serve under the pinned Node.
import { becomeChild, ensureInstalled, runPinned } from './setup.mjs'

ensureInstalled()
becomeChild(runPinned(['tools/serve.ts']))
