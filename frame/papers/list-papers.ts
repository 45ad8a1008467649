import { sql } from 'kysely'
import type { z } from 'zod'
import type { Visit } from '#frame/http/open.ts'
import type { papersDoor } from './doors.ts'
import { kindWords } from './kind.ts'
import { mayReadSql } from './readers.ts'

type Asked = z.output<NonNullable<typeof papersDoor.query>>
type Reply = z.input<typeof papersDoor.reply>

/** The register of papers: only those within reach, in rows, total and search alike. */
export async function listPapers({ house, actor }: Visit, asked: Asked): Promise<Reply> {
  let query = house.db
    .selectFrom('paper')
    .innerJoin('paper_state as state', (j) =>
      j.onRef('state.unit_id', '=', 'paper.unit_id').onRef('state.id', '=', 'paper.id'),
    )
    .where(mayReadSql(actor))
  const kinds = chosen(asked.kind)
  if (kinds.length > 0) query = query.where('paper.kind', 'in', kinds)
  const statuses = chosen(asked.status)
  if (statuses.length > 0) query = query.where('state.status', 'in', statuses)
  const [from, to] = (asked.day ?? '').split(',')
  if (from) query = query.where('paper.day', '>=', from)
  if (to) query = query.where('paper.day', '<=', to)
  const text = asked.q?.trim()
  if (text) query = query.where(matches(text))
  const { total } = await query
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await query
    .select([
      'paper.id',
      'paper.kind',
      'paper.title',
      'paper.number',
      'paper.recipient',
      'paper.issuer',
      'paper.day',
      'paper.issued_at',
      'state.status',
      'state.sample',
    ])
    .orderBy(orderOf(asked.sort))
    .orderBy('paper.id', 'desc')
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
    .execute()
  return {
    total,
    rows: rows.map(({ issued_at, ...row }) => ({
      ...row,
      kindWords: kindWords(row.kind),
      issuedAt: issued_at.toISOString(),
    })),
  }
}

const chosen = (list: string | undefined) => list?.split(',').filter(Boolean) ?? []

function matches(text: string) {
  const like = `%${text.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`
  return sql<boolean>`(paper.number ilike ${like} or paper.recipient ilike ${like} or paper.title ilike ${like})`
}

function orderOf(sort: Asked['sort']) {
  const direction = sort.startsWith('-') ? sql`desc` : sql`asc`
  const column = {
    issued: sql`paper.issued_at`,
    number: sql`paper.number`,
    day: sql`paper.day`,
  }[sort.replace('-', '') as 'issued' | 'number' | 'day']
  return sql`${column} ${direction}`
}
