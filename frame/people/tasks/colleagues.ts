import { sql } from 'kysely'
import type { z } from 'zod'
import { todayInBeijing, type Day } from '#frame/calendar/day.ts'
import type { Database } from '#frame/db/connect.ts'
import type { Visit } from '#frame/http/open.ts'
import { absent } from '#frame/kernel/reason.ts'
import { bodyNames, defaultBody } from '../own/body-names.ts'
import { heldKind } from './held-kinds.ts'
import { grantsOn } from '../load-actor.ts'
import { reachOf, within } from '../policy.ts'
import type { Role } from '../roles.ts'
import type { colleaguesDoor } from './doors.ts'
import { handOverMove } from './states.ts'

type Asked = z.output<NonNullable<typeof colleaguesDoor.query>>
type Reply = z.input<typeof colleaguesDoor.reply>

/**
 * Whom one may hand tasks of a role to: people in use who hold the role today and reach every one of the
 * tasks, without those who have one in hand or did an earlier part of it.
 * Errors: absent, unless the reader may hand over each of them.
 */
export async function colleaguesFor({ house, actor }: Visit, asked: Asked): Promise<Reply> {
  const { db } = house
  const rows = await Promise.all(asked.tasks.map((at) => heldRow(db, asked, at)))
  const tasks = rows.map((row) => {
    if (!row) throw absent()
    return {
      unitId: row.unit_id,
      branchId: row.branch_id,
      agencyId: row.agency_id,
      accountId: row.account_id,
    }
  })
  const mayHandOver = reachOf(actor, handOverMove.who)
  if (!tasks.every((task) => within(mayHandOver, task))) throw absent()
  const kind = heldKind(asked.kind)
  const looks = kind ? asked.tasks.map((at) => kind.look(db, at, false)) : []
  const stands = await Promise.all(looks)
  const barred = new Set([
    ...tasks.map((task) => task.accountId),
    ...stands.flatMap((stand) => stand?.barred(asked.role) ?? []),
  ])
  const people = await holdersOf(db, asked.role, todayInBeijing(house.clock.now()))
  const able = people
    .filter((person) => !barred.has(person.id))
    .map(({ id, name, grants }) => {
      const actor = { kind: 'person' as const, accountId: id, name, grants }
      const reach = reachOf(actor, [asked.role])
      const fits = tasks.every((task) => within(reach, { ...task, accountId: null }))
      return { id, name, fits, grant: grants.find((g) => g.role === asked.role) ?? null }
    })
    .filter(({ fits }) => fits)
  const places = able.flatMap(({ grant }) => (grant ? [grant] : []))
  const bodyOf = await bodyNames(db, places)
  return {
    people: able.map(({ id, name, grant }) => ({
      id,
      name,
      body: (grant && bodyOf(grant)) ?? defaultBody(asked.role),
      deputy: Boolean(grant?.deputyFor),
    })),
  }
}

function heldRow(db: Database, { kind, role }: Asked, at: { unitId: string; id: string }) {
  return db
    .selectFrom('task_holder')
    .selectAll()
    .where('unit_id', '=', at.unitId)
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', at.id)
    .where('role', '=', role)
    .executeTakeFirst()
}

/** People in use who hold a role on a day, as deputy too. */
async function holdersOf(db: Database, role: Role, today: Day) {
  const rows = await db
    .selectFrom('account as a')
    .select(['a.id', 'a.name', grantsOn(sql.ref('a.id'), today).as('grants')])
    .where('a.status', '=', 'active')
    .where((e) =>
      e.exists(
        e
          .selectFrom('role_grant as g')
          .select('g.id')
          .where('g.role', '=', role)
          .where((w) =>
            w.or([
              w('g.account_id', '=', w.ref('a.id')),
              w.exists(
                w
                  .selectFrom('deputy as d')
                  .select('d.id')
                  .whereRef('d.deputy_id', '=', 'a.id')
                  .whereRef('d.absent_id', '=', 'g.account_id'),
              ),
            ]),
          ),
      ),
    )
    .orderBy('a.name')
    .limit(500)
    .execute()
  return rows.filter(({ grants }) => grants.some((g) => g.role === role))
}
