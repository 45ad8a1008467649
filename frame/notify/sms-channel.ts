import { z } from 'zod'
import { shownFailure } from '#frame/jobs/run-job.ts'
import type { Send } from './channel.ts'
import { smsText } from './kind.ts'
import { OutboundFailed, postJson } from './outbound.ts'

const replyForm = z.object({ id: z.union([z.string(), z.number()]).optional() })

/**
 * Sends one short message through the provider's HTTP door: POST { id, to, template, text } with the
 * token and, as Idempotency-Key, the message's id, which stays the same for every attempt. What the
 * provider must keep: 2xx means taken, anything else means not taken.
 */
export const sendSms: Send = async (house, held, handing) => {
  const { smsUrl, smsToken, smsTemplate } = house.config
  try {
    const reply = await postJson({
      url: smsUrl ?? '',
      headers: {
        'idempotency-key': held.messageId,
        ...(smsToken === null ? {} : { authorization: `Bearer ${smsToken}` }),
      },
      body: {
        id: held.messageId,
        to: held.address,
        ...(smsTemplate === null ? {} : { template: smsTemplate }),
        text: smsText(held.kind, held.params, held.language),
      },
      signal: handing.signal,
      beforeSend: () => handing.handOver(),
    })
    return outcomeOf(reply.status, reply.text)
  } catch (error) {
    const sent = error instanceof OutboundFailed && error.sent
    return { state: sent ? 'unknown' : 'waiting', error: shownFailure(error) }
  }
}

function outcomeOf(status: number, text: string) {
  if (status >= 200 && status < 300) return { state: 'sent' as const, providerId: providerId(text) }
  const error = `the provider answered ${status}`
  const again = status >= 500 || status === 429 || status === 408
  return { state: again ? ('waiting' as const) : ('failed' as const), error }
}

function providerId(text: string): string | null {
  try {
    const reply = replyForm.safeParse(JSON.parse(text))
    const id = reply.success ? reply.data.id : undefined
    return id === undefined ? null : String(id).slice(0, 200)
  } catch {
    return null
  }
}
