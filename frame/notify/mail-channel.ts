import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { House } from '#frame/house.ts'
import { shownFailure } from '#frame/jobs/run-job.ts'
import type { Handing, Send } from './channel.ts'
import { mailBody } from './mail-body.ts'
import type { HeldMessage } from './message-state.ts'

// All of it together stays below the time after which another attempt may take the message over.
const limits = {
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  socketCloseTimeout: 1000,
}
const wholeAttempt = 80_000

/**
 * Sends one mail by SMTP. The connection is driven by hand, not by the library's transport, because the
 * moment the text goes out must be written down first: the server asks for it (354), the message becomes
 * 'handing', then the text flows.
 */
export const sendMail: Send = async (house, held, handing) => {
  let handed = false
  const step: Handing = {
    ...handing,
    handOver: async () => {
      await handing.handOver()
      handed = true
    },
  }
  try {
    const providerId = await converse(house, held, step)
    return { state: 'sent', providerId }
  } catch (error) {
    return { state: stateAfter(error as SmtpError, handed), error: shownFailure(error) }
  }
}

interface SmtpError extends Error {
  code?: string
  responseCode?: number
  permanent?: boolean
}

/** An answer decides; without one, what was handed over may have arrived. */
function stateAfter(error: SmtpError, handed: boolean): 'waiting' | 'failed' | 'unknown' {
  if (error.responseCode === undefined) return handed ? 'unknown' : 'waiting'
  // a refused sign-in is our setting, not the message: it is worth trying again
  return error.permanent && error.code !== 'EAUTH' ? 'failed' : 'waiting'
}

async function converse(house: House, held: HeldMessage, handing: Handing): Promise<string | null> {
  const { envelope, raw } = await composed(house, held)
  const { auth, ...options } = connectionOptions(house.config.smtpUrl ?? '')
  const connection = new SMTPConnection({ ...options, ...limits })
  const whole = AbortSignal.any([handing.signal, AbortSignal.timeout(wholeAttempt)])
  const broken = new Promise<never>((_resolve, reject) => {
    connection.on('error', reject)
    connection.on('end', () => reject(new Error('the mail server closed the connection')))
    whole.addEventListener('abort', () => reject(new Error('the attempt took too long')), {
      once: true,
    })
  })
  // heard by the race below as long as it runs, by nobody after it
  broken.catch(() => {})
  const race = <T>(step: Promise<T>) => Promise.race([step, broken])
  try {
    whole.throwIfAborted()
    await race(called<void>((done) => connection.connect((error) => done(error ?? null))))
    if (auth) await race(called<unknown>((done) => connection.login(auth, done)))
    const text = gated(raw, () => handing.handOver())
    const info = await race(
      called<{ response: string }>((done) => connection.send(envelope, text, done)),
    )
    connection.quit()
    return info.response.slice(0, 200)
  } finally {
    connection.close()
  }
}

function called<T>(start: (done: (error: Error | null, value?: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start((error, value) => (error ? reject(error) : resolve(value as T)))
  })
}

/** A stream that is first read when the server has asked for the text; `open` runs before any of it flows. */
function gated(raw: Buffer, open: () => Promise<void>): Readable {
  return Readable.from(
    (async function* () {
      await open()
      yield raw
    })(),
    { objectMode: false },
  )
}

/** What SMTP_URL says; a password is only ever sent over TLS, except to this machine. */
function connectionOptions(url: string) {
  const options = parseConnectionUrl(url)
  const local = /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/.test(String(options.host))
  return { requireTLS: options.auth !== undefined && !local, ...options }
}

async function composed(house: House, held: HeldMessage) {
  const { mailFrom, publicUrl, demo } = house.config
  const { subject, text, html } = mailBody(held, { publicUrl, demo })
  const mail = new MailComposer({
    from: mailFrom,
    to: { name: '', address: held.address },
    subject,
    text,
    html,
    // the same for every attempt: a receiving server can tell a repetition
    messageId: `<${held.messageId}@${domainOf(mailFrom)}>`,
    date: house.clock.now(),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': held.language },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile()
  return { envelope: mail.getEnvelope(), raw: await mail.build() }
}

const domainOf = (from: string) => /@([a-z0-9.-]+)/i.exec(from)?.[1] ?? 'localhost'
