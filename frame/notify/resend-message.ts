import { plan } from '#frame/jobs/plan.ts'
import { act } from '#frame/kernel/act.ts'
import { moveOf } from '#frame/kernel/lifecycle.ts'
import { granted } from '#frame/kernel/reason.ts'
import { deliverMessage } from './deliver.ts'
import { loadMessage, messageInput, type MessageFacts, type MessageInput } from './message-facts.ts'
import { messageLife } from './states.ts'

/** Sends a message again, with the same Message-ID, on a person's decision. */
export const resendMessage = act<MessageFacts, MessageInput, null>({
  name: 'message.resend',
  move: moveOf(messageLife, 'message.resend'),
  input: messageInput,
  load: loadMessage,
  seen: ({ version }) => version,
  decide: () => granted(null),
  async save(tx, facts, _next, ctx) {
    const { id } = facts.subject
    const round = facts.round + 1
    await tx
      .updateTable('message')
      .set({
        state: 'waiting',
        round,
        claim: null,
        claimed_at: null,
        last_error: null,
        settled_at: null,
      })
      .where('id', '=', id)
      .execute()
    await plan(tx, deliverMessage, { id, round }, { key: `${id}:${round}` })
    ctx.record({ kind: facts.kind })
    return { id, status: 'waiting', version: round + 1 }
  },
})
