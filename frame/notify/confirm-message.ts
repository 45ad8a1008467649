import { act } from '#frame/kernel/act.ts'
import { moveOf } from '#frame/kernel/lifecycle.ts'
import { granted } from '#frame/kernel/reason.ts'
import { loadMessage, messageInput, type MessageFacts, type MessageInput } from './message-facts.ts'
import { messageLife } from './states.ts'

/** Settles a message of unknown outcome as delivered, because a person has asked the recipient. */
export const confirmMessage = act<MessageFacts, MessageInput, null>({
  name: 'message.confirm',
  move: moveOf(messageLife, 'message.confirm'),
  input: messageInput,
  load: loadMessage,
  seen: ({ version }) => version,
  decide: () => granted(null),
  async save(tx, facts, _next, ctx) {
    const { id, version } = facts.subject
    await tx
      .updateTable('message')
      .set({ state: 'sent', settled_at: ctx.now, params: '{}', path: null })
      .where('id', '=', id)
      .execute()
    ctx.record({ kind: facts.kind })
    return { id, status: 'sent', version }
  },
})
