import { addClockEntry } from '#frame/calendar/clock-store.ts'
import { dayInWords } from '#frame/calendar/day.ts'
import type { Tx } from '#frame/db/connect.ts'
import type { ActReply, SaveContext } from '#frame/kernel/act.ts'
import { reason, type Reason } from '#frame/kernel/reason.ts'
import { deliveryWays } from './delivery-ways.ts'
import type { Delivery, LicenceFacts } from './facts.ts'
import { caseNotes } from './step-notes.ts'
import { moveCase } from './write-case.ts'

/** 行政许可法 44 a decision is delivered once. */
export function notYetDelivered({ delivery, deliveryClock }: LicenceFacts): Reason[] {
  if (deliveryClock && !delivery) return []
  const words = delivery
    ? `决定已于${dayInWords(delivery.day)}送达（${deliveryWays[delivery.way].zh}），不用再登记。`
    : '本件没有待送达的决定，不用登记。'
  return [reason('S2-041', 'delivered', words)]
}

/** Keeps how and when the decision arrived, and ends its clock. In: facts that are not delivered yet. */
export async function recordDelivery(
  tx: Tx,
  facts: LicenceFacts,
  delivery: Delivery,
  ctx: SaveContext,
): Promise<ActReply> {
  const { way, day, note } = delivery
  if (!facts.deliveryClock) throw new Error('ready admits no case without a clock of delivery')
  await addClockEntry(tx, facts.deliveryClock, { kind: 'ended', day }, ctx)
  return moveCase(
    tx,
    facts,
    facts.subject.status,
    { delivery: JSON.stringify(delivery) },
    {
      public: caseNotes.note('delivered', { way, day }),
      ...(note ? { inner: caseNotes.note('own', { text: note }) } : {}),
    },
    ctx,
  )
}
