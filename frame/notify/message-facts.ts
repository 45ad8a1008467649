import { z } from 'zod'
import type { Tx } from '#frame/db/connect.ts'
import type { Facts } from '#frame/kernel/act.ts'
import { absent } from '#frame/kernel/reason.ts'

/** Which message, and the version the person saw. */
export const messageInput = z.strictObject({ id: z.uuid(), version: z.number().int().optional() })
export type MessageInput = z.output<typeof messageInput>

/** A message as the acts on it know it. */
export interface MessageFacts extends Facts {
  subject: NonNullable<Facts['subject']>
  kind: string
  round: number
}

/** The facts of a row; its round stands for its version, since only sending again raises it. */
export function messageFacts(row: {
  id: string
  state: string
  kind: string
  round: number
}): MessageFacts {
  const { id, state, kind, round } = row
  const subject = {
    kind: 'message',
    id,
    unitId: null,
    branchId: null,
    status: state,
    version: round + 1,
  }
  return { subject, kind, round }
}

/** Loads and locks a message. Errors: absent. */
export async function loadMessage(tx: Tx, { id }: MessageInput): Promise<MessageFacts> {
  const row = await tx
    .selectFrom('message')
    .select(['id', 'state', 'kind', 'round'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw absent()
  return messageFacts(row)
}
