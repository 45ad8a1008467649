import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { House } from '#frame/house.ts'
import { defineJob } from '#frame/jobs/job.ts'
import type { Send } from './channel.ts'
import { sendMail } from './mail-channel.ts'
import {
  claimMessage,
  claimSeconds,
  handOver,
  settleMessage,
  type Outcome,
} from './message-state.ts'
import { sendSms } from './sms-channel.ts'

/**
 * Sends one message. Once a server has taken the text it is never sent again by itself; when the answer
 * is lost, the message is 'unknown' and a person decides (docs/decisions on delivery).
 */
export const deliverMessage = defineJob({
  name: 'notify.deliver',
  title: { zh: '发送邮件或短信', en: 'Send a mail or short message' },
  data: z.strictObject({ id: z.uuid(), round: z.number().int().min(0) }),
  // about a day: a mail server may be down over a night
  retry: { times: 30, delay: 15, longest: 3600 },
  expire: claimSeconds,
  concurrency: 2,
  async run(house, { id, round }, job) {
    const claim = await claimMessage(house.db, id, round)
    if (claim === 'settled') return
    if (claim === 'busy') throw new Error('another attempt holds this message')
    const { held } = claim
    const send = channelOf(house, held.channel)
    const outcome: Outcome = send
      ? await send(house, held, { handOver: () => handOver(house.db, held), signal: job.signal })
      : { state: 'kept' }
    const again = outcome.state === 'waiting'
    const settled: Outcome = again && job.last ? { ...outcome, state: 'failed' } : outcome
    const { demo } = house.config
    const how = { now: house.clock.now(), forget: !demo }
    await patiently(() => settleMessage(house.db, held, settled, how))
    // a message that failed for good is in the outbox for a person; only a further attempt needs the queue
    if (settled.state === 'waiting') throw new Error(settled.error)
  },
})

// A database that is away for a moment must not turn a mail that was sent into one of unknown outcome.
async function patiently(write: () => Promise<void>): Promise<void> {
  for (const pause of [200, 1000, 4000])
    try {
      return await write()
    } catch {
      await wait(pause)
    }
  return write()
}

function channelOf(house: House, channel: 'mail' | 'sms'): Send | null {
  if (channel === 'mail') return house.config.smtpUrl === null ? null : sendMail
  return house.config.smsUrl === null ? null : sendSms
}
