import { settingsOn } from '#frame/catalogue/stored-settings.ts'
import { reachOf, withinSql } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { addUnitSection, type UnitAsk } from '#frame/people/unit-section.ts'
import type { RegistrationKind } from './facts.ts'
import { kindWords } from './labels.ts'
import { registeredUnit } from './registered-unit.ts'
import { shownDocuments } from './shown-documents.ts'
import { officerReaders, registrationLife, type RegistrationStatus } from './states.ts'

// Certificates of a unit that end, and its registrations that are not over.
addUnitSection('registration', { endings: endingCertificates, underway: openRegistrations })

const columns = { unit: 'registration.unit_id', branch: 'registration.branch_id' }
const over = Object.entries(registrationLife.statuses).flatMap(([code, { end }]) =>
  end ? [code] : [],
)

async function endingCertificates({ db, unitId, today }: UnitAsk) {
  const unit = await registeredUnit(db, unitId)
  const warnDays = (await settingsOn(db, today))('registration.expiry-warning-days')
  const documents = unit ? await shownDocuments(db, unit.documents) : []
  return documents.flatMap(({ slot, title, name, validTo }) =>
    validTo === null
      ? []
      : [
          {
            key: `certificate-${unitId}-${slot}`,
            what: title,
            name,
            day: validTo,
            warnDays,
            path: `/units/${unitId}`,
          },
        ],
  )
}

async function openRegistrations({ db, actor, unitId }: UnitAsk) {
  const own = withinSql(reachOf(actor, unitRoles), columns)
  const officer = withinSql(reachOf(actor, officerReaders), columns)
  const rows = await db
    .selectFrom('registration')
    .select(['id', 'number', 'kind', 'status', 'hand_in_by'])
    .where('unit_id', '=', unitId)
    .where('status', 'not in', over)
    // what was never handed over is the unit's own
    .where((e) => e.or([own, e.and([officer, e('number', 'is not', null)])]))
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map((row) => ({
    key: `registration-${row.id}`,
    what: kindWords[row.kind as RegistrationKind],
    name: row.number ?? '',
    status: registrationLife.statuses[row.status as RegistrationStatus],
    day:
      row.status === 'awaiting' && row.hand_in_by
        ? { day: row.hand_in_by, words: { zh: '交验期限', en: 'Originals by' } }
        : null,
    path: `/registration/${row.id}`,
  }))
}
