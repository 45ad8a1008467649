import { z } from 'zod'
import type { Visit } from '#frame/http/open.ts'
import { act, type DecideContext, type Facts } from '#frame/kernel/act.ts'
import type { Tx } from '#frame/db/connect.ts'
import { newId } from '#frame/kernel/id.ts'
import { absent, granted } from '#frame/kernel/reason.ts'
import { personal } from '#frame/ledger/personal.ts'
import type { phrasesDoor } from './doors.ts'
import { phraseMove } from './states.ts'

/** An officer keeps a sentence of his own; his colleagues do not see it. */
export const addPhraseAct = act({
  name: 'phrase.add',
  move: phraseMove('add'),
  input: z.strictObject({
    at: z.string().max(60).nullable(),
    text: z.string().trim().min(4, '请写一句完整的话').max(300, '最多 300 个字'),
  }),
  load: (): Promise<Facts> => Promise.resolve({ subject: null }),
  decide: (_facts, said) => granted(said),
  async save(tx, _facts, { at, text }, ctx) {
    const id = newId()
    await tx
      .insertInto('window_phrase')
      .values({ id, at, text, created_by: ctx.actor.accountId, created_at: ctx.now })
      .execute()
    ctx.record({ at, text: personal(text) })
    return { id, status: 'active', version: 1 }
  },
})

/** A sentence of his own is no longer offered to him. */
export const retirePhraseAct = act({
  name: 'phrase.retire',
  move: phraseMove('retire'),
  input: z.strictObject({ id: z.uuid() }),
  load: loadOwnPhrase,
  decide: () => granted(null),
  async save(tx, { subject }) {
    await tx
      .updateTable('window_phrase')
      .set({ retired: true })
      .where('id', '=', subject!.id)
      .execute()
    return { id: subject!.id, status: 'retired', version: 2 }
  },
})

/** Errors: absent for the sentences of others and of the house, which are nobody's to retire here. */
async function loadOwnPhrase(
  tx: Tx,
  { id }: { id: string },
  { actor }: DecideContext,
): Promise<Facts> {
  const row = await tx
    .selectFrom('window_phrase')
    .select(['id', 'retired', 'created_by'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row || row.created_by === null || row.created_by !== actor.accountId) throw absent()
  return {
    subject: {
      kind: 'phrase',
      id,
      unitId: null,
      branchId: null,
      accountId: row.created_by,
      status: row.retired ? 'retired' : 'active',
      version: row.retired ? 2 : 1,
    },
  }
}

/** The house's sentences and one's own, those used most first. */
export async function listPhrases({
  house,
  actor,
}: Visit): Promise<z.input<typeof phrasesDoor.reply>> {
  const rows = await house.db
    .selectFrom('window_phrase')
    .select(['id', 'at', 'text', 'used', 'created_by'])
    .where('retired', '=', false)
    .where((e) => e.or([e('created_by', 'is', null), e('created_by', '=', actor.accountId)]))
    .orderBy('used', 'desc')
    .orderBy('created_at')
    .orderBy('id')
    .limit(500)
    .execute()
  return {
    rows: rows.map(({ id, at, text, used, created_by }) => ({
      id,
      at,
      text,
      used,
      own: created_by !== null,
    })),
  }
}
