import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'

/** How the mail server treats one mail. */
export type Treatment =
  | 'accept'
  | 'busy at recipient' // 451
  | 'refuse recipient' // 550
  | 'busy after text' // 451
  | 'refuse after text' // 554
  | 'cut after text' // takes the text, then the line breaks before it can say so
  | 'hang at recipient'
  | 'hang after text' // takes the text and says nothing

/** A real SMTP server on loopback that keeps what it got and can misbehave. */
export interface MailServer {
  url: string
  port: number
  /** Every text that came in whole, also when the answer to it was lost or a refusal. */
  mails: ParsedMail[]
  /** How the next mails are treated, first one first; afterwards all are accepted. */
  treat(...next: Treatment[]): void
  /** Waits until that many texts have come in whole. */
  received(count: number): Promise<void>
  /** Waits until a client stands at the recipient step. */
  reachedRecipient(): Promise<void>
  close(): Promise<void>
}

/** Starts a mail server. In: a port to take again, else any; a password when it shall ask for one. */
export async function startMailServer(port = 0, password?: string): Promise<MailServer> {
  const mails: ParsedMail[] = []
  const plan: Treatment[] = []
  let current: Treatment = 'accept'
  const server = new SMTPServer({
    authOptional: password === undefined,
    disabledCommands: password === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    allowInsecureAuth: true,
    hideSize: true,
    onAuth: (auth, _session, done) =>
      auth.password === password
        ? done(null, { user: auth.username ?? '' })
        : done(new Error('wrong password')),
    onRcptTo(_address, _session, done) {
      current = plan.shift() ?? 'accept'
      server.emit('recipient')
      if (current === 'hang at recipient') return
      if (current === 'busy at recipient') done(answer(451, 'try again later'))
      else if (current === 'refuse recipient') done(answer(550, 'no such mailbox'))
      else done()
    },
    onData(stream, _session, done) {
      void takeIn(stream, current, done)
    },
  })
  const takeIn = async (
    stream: SMTPServerDataStream,
    how: Treatment,
    done: (error?: Error | null, message?: string) => void,
  ) => {
    mails.push(await simpleParser(stream))
    server.emit('mail')
    if (how === 'busy after text') done(answer(451, 'try again later'))
    else if (how === 'refuse after text') done(answer(554, 'not wanted'))
    else if (how === 'cut after text') cutAll()
    else if (how !== 'hang after text') done(null, 'queued as 42')
  }
  server.on('error', () => {})
  const sockets = new Set<Socket>()
  const cutAll = () => sockets.forEach((socket) => socket.destroy())
  const listening = server.listen(port, '127.0.0.1')
  listening.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await once(listening, 'listening')
  const taken = (listening.address() as AddressInfo).port
  return {
    url: `smtp://127.0.0.1:${taken}`,
    port: taken,
    mails,
    treat: (...next) => void plan.push(...next),
    async received(count) {
      while (mails.length < count) await once(server, 'mail')
    },
    async reachedRecipient() {
      await once(server, 'recipient')
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        cutAll()
      }),
  }
}

function answer(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code })
}
