import { sql } from 'kysely'
import type { z } from 'zod'
import type { Visit } from '#frame/http/open.ts'
import { holdsAny, reachOf, withinSql } from '#frame/people/policy.ts'
import type { Actor } from '#frame/people/actor.ts'
import type { listDoor } from './doors.ts'
import type { TypedDocument } from './facts.ts'
import type { EnrolmentForm, EnrolmentKind } from './forms.ts'
import { keepers } from './states.ts'

type Asked = z.output<NonNullable<typeof listDoor.query>>
type Reply = z.input<typeof listDoor.reply>

/** Requests an account administrator sees: those of his branch, and all that no branch is assigned to. */
export function seenByKeeper(actor: Actor) {
  const own = withinSql(reachOf(actor, keepers), { unit: null, branch: 'e.branch_id' })
  const open = holdsAny(actor, keepers)
  return sql<boolean>`(e.number is not null and (${own} or (${open} and e.branch_id is null)))`
}

/** Whether the confirmation link of an approved request has run out. In: the instant. */
export const linkRanOut = (now: Date) =>
  sql<boolean>`(e.status = 'approved' and not exists (
    select from mail_link l where l.account_id = e.account_id and l.kind in ('invite', 'confirm')
      and l.used_at is null and l.expires_at > ${now}))`

/** The register of requests: only those within reach, never one that was not filed. */
export async function listEnrolments({ house, actor }: Visit, asked: Asked): Promise<Reply> {
  const over = linkRanOut(house.clock.now())
  let query = house.db
    .selectFrom('enrolment as e')
    .leftJoin('branch', 'branch.id', 'e.branch_id')
    .where(seenByKeeper(actor))
  const wanted = asked.status?.split(',').filter(Boolean) ?? []
  if (wanted.length > 0) query = query.where('e.status', 'in', wanted)
  if (asked.kind) query = query.where('e.kind', '=', asked.kind)
  if (asked.over) query = query.where(over)
  const text = asked.q?.trim()
  if (text) query = query.where(matches(text))
  const { total } = await query
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await query
    .select(['e.id', 'e.kind', 'e.number', 'e.status', 'e.form', 'e.person_document'])
    .select(['e.filed_at', 'branch.name_zh', 'branch.name_en', over.as('over')])
    .orderBy(orderOf(asked.sort))
    .orderBy('e.id')
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
    .execute()
  return {
    total,
    rows: rows.map((row) => {
      const form = row.form as EnrolmentForm
      return {
        id: row.id,
        kind: row.kind as EnrolmentKind,
        number: row.number ?? '',
        status: row.status,
        name: form.nameZh ?? '',
        code: form.uscc ?? (row.person_document as TypedDocument | null)?.masked ?? '',
        contact: form.contact ?? form.nameZh ?? '',
        branch: row.name_zh === null ? null : { zh: row.name_zh, en: row.name_en ?? row.name_zh },
        filedAt: row.filed_at!.toISOString(),
        linkOver: row.over,
      }
    }),
  }
}

const field = (name: keyof EnrolmentForm) => sql`e.form->>${sql.lit(name)}`

function matches(text: string) {
  const like = `%${text.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`
  return sql<boolean>`(e.number ilike ${like} or ${field('nameZh')} ilike ${like}
    or ${field('uscc')} ilike ${like} or ${field('contact')} ilike ${like} or e.login ilike ${like})`
}

function orderOf(sort: Asked['sort']) {
  const column = sort.endsWith('number') ? sql`e.number` : sql`e.filed_at`
  return sql`${column} ${sort.startsWith('-') ? sql`desc` : sql`asc`}`
}
