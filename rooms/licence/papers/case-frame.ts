import type { ClockEntry } from '#frame/calendar/clock-entries.ts'
import type { Day } from '#frame/calendar/day.ts'
import type { SettingLookup } from '#frame/catalogue/setting.ts'
import { identityOf } from '#frame/catalogue/unit-identity.ts'
import type { Tx } from '#frame/db/connect.ts'
import { customsIssuer } from '#frame/papers/issuer.ts'
import type { LicenceFacts } from '../facts.ts'
import { valueWords } from '../labels.ts'

const weekdayShort = ['一', '二', '三', '四', '五', '六', '日']

/** What every paper of a case says alike, as it stands on the day of the act. */
export async function caseFrame(tx: Tx, facts: LicenceFacts, today: Day) {
  const { settings } = facts
  const unit = await tx
    .selectFrom('unit')
    .select(['name_zh', 'uscc', 'person_document', 'address'])
    .where('id', '=', facts.subject.unitId)
    .executeTakeFirstOrThrow()
  const { codeName, code } = identityOf(unit)
  const entries = facts.clock?.entries ?? []
  return {
    settings,
    request: {
      unitId: facts.subject.unitId!,
      branchId: facts.subject.branchId,
      subjectId: facts.subject.id,
      issuer: customsIssuer(settings),
    },
    onCase: {
      applicant: {
        name: unit.name_zh,
        codeName: codeName.zh,
        code,
        // C-42 a natural person registers no address; where the article is kept is his
        address: unit.address || facts.form.useAddress || '***',
      },
      matter: `${valueWords('direction', facts.form.direction).zh}特殊物品卫生检疫审批`,
      caseNumber: facts.number ?? '',
      articles: articlesIn(facts),
    },
    contact: contactOf(settings),
    receivedDay: dayOf(entries, 'received') ?? today,
    acceptedDay: facts.acceptedDay ?? today,
  }
}

function articlesIn({ lines }: LicenceFacts): string {
  const first = lines[0]?.nameZh ?? ''
  return lines.length > 1 ? `${first}等${lines.length}项` : first
}

/** S2-004, S2-005, S2-049 where the applicant may ask. */
function contactOf(settings: SettingLookup): string {
  const days = settings('registration.window-weekdays')
    .map((n) => weekdayShort[n - 1])
    .join('、')
  const hours = `${settings('registration.window-from')}—${settings('registration.window-to')}`
  return `特殊物品业务窗口，地址：${settings('papers.window-address')}，电话：${settings('papers.window-phone')}，每周${days} ${hours}`
}

/** The day of the last entry of a kind. */
function dayOf(entries: readonly ClockEntry[], kind: ClockEntry['kind']): Day | null {
  return entries.findLast((e) => e.kind === kind)?.day ?? null
}
