// Runs a tool of the project under its pinned Node: node tools/with-node.mjs tools/x.ts arguments…
import { becomeChild, ensureInstalled, runPinned } from './setup.mjs'

ensureInstalled()
const [script, ...rest] = process.argv.slice(2)
// Paths in arguments mean the folder the caller stands in.
becomeChild(
  runPinned([script, ...rest], { env: { INIT_CWD: process.env.INIT_CWD ?? process.cwd() } }),
)
