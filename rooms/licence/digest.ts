import { loadCalendar } from '#frame/calendar/stored-calendar.ts'
import { settingsOn } from '#frame/catalogue/stored-settings.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { addDigestSection, type DigestAsk, type DigestLine } from '#frame/notify/digest-section.ts'
import { reachOf, withinSql, type Reach } from '#frame/people/policy.ts'
import { unitRoles, type Role } from '#frame/people/roles.ts'
import { officerReaders, type LicenceStatus } from './states.ts'

/** Whose turn it is in a status, with the words of the line. */
const turns: readonly { who: readonly Role[]; status: LicenceStatus; words: Words }[] = [
  {
    who: unitRoles,
    status: 'correcting',
    words: { zh: '待补正的申请', en: 'Applications to correct' },
  },
  {
    who: ['customs-window'],
    status: 'pending',
    words: { zh: '待受理的申请', en: 'Applications to accept' },
  },
  {
    who: ['customs-first'],
    status: 'accepted',
    words: { zh: '待初审的办件', en: 'Cases for first review' },
  },
  {
    who: ['customs-window'],
    status: 'returned',
    words: { zh: '初审退回的办件', en: 'Cases sent back to the window' },
  },
  {
    who: ['customs-second'],
    status: 'second-review',
    words: { zh: '待复核的办件', en: 'Cases for second review' },
  },
]

const dueSoon = { zh: '临近或超过期限的办件', en: 'Cases near or past their due day' }

const toDeliver = { zh: '待送达的决定', en: 'Decisions to deliver' }

// What waits for this person, and what an officer's branch must decide soon.
addDigestSection('licence', async (ask) => {
  const lines: DigestLine[] = []
  for (const { who, status, words } of turns)
    lines.push({ words, count: await countCases(ask, reachOf(ask.actor, who), status) })
  lines.push({ words: toDeliver, count: await countUndelivered(ask) })
  lines.push({ words: dueSoon, count: await countDueSoon(ask) })
  return lines
})

const columns = { unit: 'licence_case.unit_id', branch: 'licence_case.branch_id' }

async function countCases({ db }: DigestAsk, reach: Reach, status: LicenceStatus): Promise<number> {
  const { n } = await db
    .selectFrom('licence_case')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('status', '=', status)
    .where(withinSql(reach, columns))
    .executeTakeFirstOrThrow()
  return n
}

/** Clocks that run out within the working days of the setting; steps that stop the clock are left out. */
async function countDueSoon({ db, actor, today }: DigestAsk): Promise<number> {
  const days = (await settingsOn(db, today))('licence.due-soon-days')
  const { calendar } = await loadCalendar(db)
  const { n } = await db
    .selectFrom('licence_case')
    .innerJoin('clock', (j) =>
      j
        .onRef('clock.unit_id', '=', 'licence_case.unit_id')
        .onRef('clock.subject_id', '=', 'licence_case.id')
        .on('clock.subject_kind', '=', 'licence')
        .on('clock.kind', '=', 'decision'),
    )
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('clock.state', 'in', ['intake', 'running'])
    .where('clock.due_day', '<=', calendar.addWorkdays(today, days))
    .where(withinSql(reachOf(actor, officerReaders), columns))
    .executeTakeFirstOrThrow()
  return n
}

/** 行政许可法 44 decisions that nobody of the applicant has opened, for the window that delivers them. */
async function countUndelivered({ db, actor }: DigestAsk): Promise<number> {
  const { n } = await db
    .selectFrom('licence_case')
    .innerJoin('clock', (j) =>
      j
        .onRef('clock.unit_id', '=', 'licence_case.unit_id')
        .onRef('clock.subject_id', '=', 'licence_case.id')
        .on('clock.subject_kind', '=', 'licence')
        .on('clock.kind', '=', 'delivery'),
    )
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('clock.state', '!=', 'ended')
    .where(withinSql(reachOf(actor, ['customs-window']), columns))
    .executeTakeFirstOrThrow()
  return n
}
