import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const program = '/usr/sbin/clamd'

/** Why the tests with a real clamd are left out here; false where they run. With CI set they must run. */
export const clamdMissing =
  existsSync(program) || process.env['CI'] ? false : '没有 clamd（Debian 软件包 clamav-daemon）'

/** Text that our own signature finds. */
export const infectedText = 'LIANGUAN-HARMLESS-TEST-SIGNATURE'
export const signatureName = 'Lianguan.Test'

/** What the front before clamd says of the age of its signatures, or that it is away. */
type ClamdMood = 'fresh' | 'stale' | 'undated' | 'away'

/** A real clamd with one small signature of our own. */
export interface TestClamd {
  /** host:port of the front. */
  address: string
  mood: ClamdMood
  stop(): Promise<void>
}

/**
 * Starts clamd on a free loopback port with a temporary folder, no download. Only the daily signatures
 * carry a date, and those cannot be made here: a front before it answers that one question.
 */
export async function startClamd(now: () => Date): Promise<TestClamd> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lianguan-clamd-'))
  const port = await freePort()
  await mkdir(path.join(folder, 'db'))
  await mkdir(path.join(folder, 'tmp'))
  const hex = Buffer.from(infectedText).toString('hex')
  await writeFile(path.join(folder, 'db/own.ndb'), `${signatureName}:0:*:${hex}\n`)
  await writeFile(path.join(folder, 'clamd.conf'), configOf(folder, port))
  const child = spawn(program, ['-c', path.join(folder, 'clamd.conf')], { stdio: 'ignore' })
  const gone = once(child, 'exit')
  await untilReady(port)
  const clamd: TestClamd = { address: '', mood: 'fresh', stop: async () => {} }
  const front = createServer((socket) => answer(socket, port, clamd, now))
  front.listen(0, '127.0.0.1')
  await once(front, 'listening')
  clamd.address = `127.0.0.1:${(front.address() as AddressInfo).port}`
  clamd.stop = async () => {
    front.close()
    child.kill('SIGKILL')
    await gone
    await rm(folder, { recursive: true, force: true })
  }
  return clamd
}

const configOf = (folder: string, port: number) => `Foreground yes
TCPSocket ${port}
TCPAddr 127.0.0.1
DatabaseDirectory ${folder}/db
TemporaryDirectory ${folder}/tmp
AlertExceedsMax yes
StreamMaxLength 60M
MaxFileSize 1M
MaxScanSize 60M
`

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function untilReady(port: number): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const socket = connect(port, '127.0.0.1')
    const [up] = await Promise.race([
      once(socket, 'connect').then(() => [true]),
      once(socket, 'error').then(
        () => [false],
        () => [false],
      ),
    ]).catch(() => [false])
    socket.destroy()
    if (up) return
    await wait(100)
  }
  throw new Error('clamd did not start')
}

function answer(socket: Socket, port: number, { mood }: TestClamd, now: () => Date): void {
  socket.on('error', () => {})
  if (mood === 'away') {
    socket.destroy()
    return
  }
  socket.once('data', (first: Buffer) => {
    if (first.toString('latin1').startsWith('zVERSION')) socket.end(`${versionOf(mood, now())}\0`)
    else {
      const real = connect(port, '127.0.0.1')
      real.on('error', () => socket.destroy())
      real.write(first)
      socket.pipe(real).pipe(socket)
    }
  })
}

function versionOf(mood: ClamdMood, now: Date): string {
  if (mood === 'undated') return 'ClamAV 1.4.6'
  const days = mood === 'stale' ? 8 : 1
  const made = new Date(now.getTime() - days * 86_400_000)
  return `ClamAV 1.4.6/27000/${made.toString().slice(0, 24)}`
}
