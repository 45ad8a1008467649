// For the tests: a server on a data folder whose parent never stops it. Says its process id when ready.
import { startEmbedded } from './embedded.ts'

const server = await startEmbedded({ dataDir: process.argv[2]!, volatile: true })
process.stdout.write(`${server.pid}\n`)
// stays until it is killed
setInterval(() => {}, 1000)
