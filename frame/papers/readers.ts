import { sql, type Expression, type SqlBool } from 'kysely'
import type { Actor } from '#frame/people/actor.ts'
import { reachOf, within, withinSql } from '#frame/people/policy.ts'
import { allPaperKinds, paperKind } from './kind.ts'

/** What decides who may read a paper. */
export interface ReadablePaper {
  kind: string
  unitId: string
  branchId: string | null
}

/** Whether the actor may read this paper: its kind names the roles, the roles reach unit or branch. */
export function mayRead(actor: Actor, paper: ReadablePaper): boolean {
  return within(reachOf(actor, paperKind(paper.kind).readers), paper)
}

/** The same rule as a condition on rows of `paper`, so that no list shows what a single look refuses. */
export function mayReadSql(actor: Actor): Expression<SqlBool> {
  const columns = { unit: 'paper.unit_id', branch: 'paper.branch_id' }
  const parts = allPaperKinds().map(
    (kind) =>
      sql<SqlBool>`(paper.kind = ${kind.kind} and ${withinSql(reachOf(actor, kind.readers), columns)})`,
  )
  return parts.length ? sql<SqlBool>`(${sql.join(parts, sql` or `)})` : sql<SqlBool>`false`
}
