import { z } from 'zod'
import type { Tx } from '#frame/db/connect.ts'
import type { SaveContext } from '#frame/kernel/act.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { defineNotice } from '#frame/notify/kind.ts'
import { notify } from '#frame/notify/notify.ts'
import type { WriteOffFacts } from './facts.ts'

const link = { zh: '查看核销', en: 'Open the write-off' }

const requestedNotice = defineNotice({
  kind: 'quota.requested',
  words: { zh: '收到核销申请', en: 'Write-off requested' },
  params: z.strictObject({
    number: z.string(),
    port: z.strictObject({ zh: z.string(), en: z.string() }),
  }),
  channels: ['inbox'],
  text: {
    zh: (p) => ({ title: `核销申请 ${p.number}`, lines: [`口岸：${p.port.zh}`], link: link.zh }),
    en: (p) => ({ title: `Write-off ${p.number}`, lines: [`Port: ${p.port.en}`], link: link.en }),
  },
})

const confirmedNotice = defineNotice({
  kind: 'quota.confirmed',
  words: { zh: '核销已确认', en: 'Write-off confirmed' },
  params: z.strictObject({ number: z.string() }),
  channels: ['inbox', 'mail'],
  text: {
    zh: (p) => ({
      title: `核销 ${p.number} 已确认`,
      lines: ['未使用的预留数量已退回余额。'],
      link: link.zh,
    }),
    en: (p) => ({
      title: `Write-off ${p.number} confirmed`,
      lines: ['What was reserved and not used is back in the balance.'],
      link: link.en,
    }),
  },
})

/** Tells the port officers of a request. */
export async function tellPort(
  tx: Tx,
  writeOff: { id: string; unitId: string; number: string; port: Words },
  ctx: SaveContext,
): Promise<void> {
  await notify(tx, {
    to: { roles: { anyOf: ['customs-port'] } },
    kind: requestedNotice,
    params: { number: writeOff.number, port: writeOff.port },
    subject: { kind: 'write-off', id: writeOff.id, unitId: writeOff.unitId },
    path: `/quota/write-offs/${writeOff.id}`,
    now: ctx.now,
  })
}

/** Tells the unit that the port confirmed. */
export async function tellConfirmed(tx: Tx, facts: WriteOffFacts, ctx: SaveContext): Promise<void> {
  await notify(tx, {
    to: { unitMembers: facts.subject.unitId! },
    kind: confirmedNotice,
    params: { number: facts.number },
    subject: { kind: 'write-off', id: facts.subject.id, unitId: facts.subject.unitId },
    path: `/quota/write-offs/${facts.subject.id}`,
    now: ctx.now,
  })
}
