// npm test and npm run prove: install what is missing, then run every suite under the pinned Node.
import { becomeChild, ensureInstalled, runPinned } from './setup.mjs'

ensureInstalled()
becomeChild(runPinned(['tools/suites.ts', ...process.argv.slice(2)]))
