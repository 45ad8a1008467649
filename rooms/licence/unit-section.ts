import { reachOf, withinSql } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { addUnitSection, type UnitAsk } from '#frame/people/unit-section.ts'
import { firstArticles } from './first-articles.ts'
import { licenceLife, officerReaders, type LicenceStatus } from './states.ts'

// Applications of a unit that are not over.
addUnitSection('licence', { underway: openCases })

const columns = { unit: 'licence_case.unit_id', branch: 'licence_case.branch_id' }
const over = Object.entries(licenceLife.statuses).flatMap(([code, { end }]) => (end ? [code] : []))

async function openCases({ db, actor, unitId }: UnitAsk) {
  const own = withinSql(reachOf(actor, unitRoles), columns)
  const officer = withinSql(reachOf(actor, officerReaders), columns)
  const rows = await db
    .selectFrom('licence_case')
    .leftJoin('clock', (j) =>
      j
        .onRef('clock.unit_id', '=', 'licence_case.unit_id')
        .onRef('clock.subject_id', '=', 'licence_case.id')
        .on('clock.subject_kind', '=', 'licence')
        .on('clock.kind', '=', 'decision')
        .on('clock.state', '!=', 'ended'),
    )
    .select(['licence_case.id', 'licence_case.number', 'licence_case.status', 'clock.due_day'])
    .select(firstArticles.as('articles'))
    .where('licence_case.unit_id', '=', unitId)
    .where('licence_case.status', 'not in', over)
    // a draft is the unit's own
    .where((e) => e.or([own, e.and([officer, e('licence_case.status', '!=', 'draft')])]))
    .orderBy('licence_case.created_at', 'desc')
    .execute()
  return rows.map((row) => ({
    key: `licence-${row.id}`,
    what: { zh: '特殊物品审批', en: 'Approval' },
    name: [row.number, row.articles].filter(Boolean).join(' '),
    status: licenceLife.statuses[row.status as LicenceStatus],
    day: row.due_day === null ? null : { day: row.due_day, words: { zh: '办理期限', en: 'Due' } },
    path: `/licence/${row.id}`,
  }))
}
