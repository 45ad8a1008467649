import { addDays } from '#frame/calendar/day.ts'
import { settingsOn } from '#frame/catalogue/stored-settings.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { addDigestSection, type DigestAsk, type DigestLine } from '#frame/notify/digest-section.ts'
import { reachOf, withinSql, type Reach } from '#frame/people/policy.ts'
import { unitRoles, type Role } from '#frame/people/roles.ts'
import { endingDocuments } from './ending-documents.ts'
import type { RegistrationStatus } from './states.ts'

/** Whose turn it is in a status, with the words of the line. */
const turns: readonly { who: readonly Role[]; status: RegistrationStatus; words: Words }[] = [
  {
    who: unitRoles,
    status: 'returned',
    words: { zh: '退回修改的单位登记', en: 'Registrations to mend' },
  },
  {
    who: unitRoles,
    status: 'awaiting',
    words: { zh: '待交验原件的单位登记', en: 'Originals to be shown' },
  },
  {
    who: ['customs-accounts'],
    status: 'asked',
    words: { zh: '待批准的变更申请', en: 'Changes to approve' },
  },
  {
    who: ['customs-accounts'],
    status: 'checked',
    words: { zh: '待审核通过的单位登记', en: 'Registrations to pass' },
  },
]

const ending = { zh: '即将到期的证照', en: 'Certificates about to run out' }

// What waits for this person, and what of his unit runs out soon.
addDigestSection('registration', async (ask) => {
  const lines: DigestLine[] = []
  for (const { who, status, words } of turns)
    lines.push({ words, count: await countIn(ask, reachOf(ask.actor, who), status) })
  lines.push({ words: ending, count: await countEnding(ask) })
  return lines
})

const columns = { unit: 'registration.unit_id', branch: 'registration.branch_id' }

async function countIn(
  { db }: DigestAsk,
  reach: Reach,
  status: RegistrationStatus,
): Promise<number> {
  const { n } = await db
    .selectFrom('registration')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('status', '=', status)
    .where(withinSql(reach, columns))
    .executeTakeFirstOrThrow()
  return n
}

async function countEnding({ db, actor, today }: DigestAsk): Promise<number> {
  const { unitIds } = reachOf(actor, unitRoles)
  if (unitIds.length === 0) return 0
  const days = (await settingsOn(db, today))('registration.expiry-warning-days')
  return (await endingDocuments(db, addDays(today, days), unitIds)).length
}
