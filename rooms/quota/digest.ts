import { addDays } from '#frame/calendar/day.ts'
import { settingsOn } from '#frame/catalogue/stored-settings.ts'
import { addDigestSection, type DigestAsk } from '#frame/notify/digest-section.ts'
import { reachOf, withinSql } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'

const expiring = { zh: '即将到期的审批单', en: 'Permits about to expire' }
const toConfirm = { zh: '待确认的核销', en: 'Write-offs to confirm' }

// What ends soon for a unit, and what waits for the port.
addDigestSection('quota', async (ask) => [
  { words: expiring, count: await countExpiring(ask) },
  { words: toConfirm, count: await countToConfirm(ask) },
])

/** Permits still in use whose last day comes within the calendar days of the setting. */
async function countExpiring({ db, actor, today }: DigestAsk): Promise<number> {
  const days = (await settingsOn(db, today))('permit.expiry-warning-days')
  const reach = reachOf(actor, unitRoles)
  const { n } = await db
    .selectFrom('permit')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('status', '=', 'valid')
    .where('valid_through', '>=', today)
    .where('valid_through', '<=', addDays(today, days))
    .where(withinSql(reach, { unit: 'permit.unit_id', branch: null }))
    .executeTakeFirstOrThrow()
  return n
}

async function countToConfirm({ db, actor }: DigestAsk): Promise<number> {
  const reach = reachOf(actor, ['customs-port'])
  const { n } = await db
    .selectFrom('write_off')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('status', '=', 'requested')
    .where(withinSql(reach, { unit: null, branch: 'write_off.branch_id' }))
    .executeTakeFirstOrThrow()
  return n
}
