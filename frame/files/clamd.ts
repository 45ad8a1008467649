import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { connect, type NetConnectOpts, type Socket } from 'node:net'

/** What clamd says of a file. */
export type ClamdVerdict = { clean: true } | { clean: false; signature: string }

const patience = { connect: 5000, answer: 120_000 }
const mostAnswer = 10_000

/**
 * Where clamd listens. In: `host:port` or an absolute socket path. Errors: throws with one sentence.
 */
export function clamdAddress(text: string): NetConnectOpts {
  if (text.startsWith('/')) return { path: text }
  const [, host, port] = /^(?:\[?([^\]]+)\]?):(\d{1,5})$/.exec(text) ?? []
  if (!host || !port) throw new Error(`CLAMD 应为 主机:端口 或套接字路径，现为“${text}”。`)
  return { host, port: Number(port) }
}

/** When the daily signatures were made; null when clamd does not say. Errors: throws when it does not answer. */
export async function clamdSignaturesAt(address: NetConnectOpts): Promise<Date | null> {
  const answer = await ask(address, async (socket) => void socket.write('zVERSION\0'))
  const at = new Date(/^ClamAV [^/]+\/\d+\/(.+)$/.exec(answer)?.[1] ?? 'none')
  return Number.isNaN(at.getTime()) ? null : at
}

/**
 * Has a file scanned, sent over the wire (INSTREAM), so that clamd needs no access to our folders.
 * Errors: throws when it does not answer, or answers with an error, such as a size limit below the file's.
 */
export async function clamdScan(address: NetConnectOpts, path: string): Promise<ClamdVerdict> {
  const answer = await ask(address, async (socket, signal) => {
    socket.write('zINSTREAM\0')
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      const bytes = chunk as Buffer
      socket.write(lengthOf(bytes.length))
      if (!socket.write(bytes)) await once(socket, 'drain', { signal })
    }
    socket.write(lengthOf(0))
  })
  if (answer === 'stream: OK') return { clean: true }
  const signature = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  if (signature === undefined) throw new Error(`clamd answered: ${answer.slice(0, 200)}`)
  return { clean: false, signature }
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

async function ask(
  address: NetConnectOpts,
  speak: (socket: Socket, signal: AbortSignal) => Promise<void>,
): Promise<string> {
  const socket = connect(address)
  const over = new AbortController()
  const alarm = (ms: number) =>
    socket.setTimeout(ms, () => socket.destroy(new Error('clamd does not answer')))
  try {
    alarm(patience.connect)
    await once(socket, 'connect')
    alarm(patience.answer)
    const [answer] = await Promise.all([answerOf(socket), speak(socket, over.signal)])
    return answer
  } finally {
    over.abort()
    socket.destroy()
  }
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
      const end = text.indexOf('\0')
      if (end >= 0) resolve(text.slice(0, end).trim())
      else if (text.length > mostAnswer) socket.destroy(new Error('clamd talks too much'))
    })
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('clamd closed the connection')))
  })
}
