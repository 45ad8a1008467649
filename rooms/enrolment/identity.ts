import { checkUscc } from '#frame/catalogue/codes/uscc.ts'
import type { Database, Tx } from '#frame/db/connect.ts'
import { blurName, blurPhone } from '#frame/people/mask.ts'
import type { Taken } from './facts.ts'
import type { EnrolmentForm, EnrolmentKind } from './forms.ts'
import { holdingStatuses } from './states.ts'

/** The unit's code in its normal form; null while it is not whole or wrong. */
export function codeOf(form: EnrolmentForm): string | null {
  const checked = checkUscc(form.uscc ?? '')
  return checked.ok ? checked.value : null
}

/**
 * S2-023 who has the place of a unit or person already: a unit with an account, or another request that is
 * under way. A unit whose first request lapsed before anybody confirmed it has left its place.
 */
export async function takenBy(
  db: Database | Tx,
  kind: EnrolmentKind,
  identity: string | null,
  ownId: string,
): Promise<Taken | null> {
  if (identity === null) return null
  const unit = await db
    .selectFrom('unit')
    .select(['contact_name', 'contact_phone'])
    .where(kind === 'person' ? 'person_key' : 'uscc', '=', identity)
    .where((e) => e.or([e('status', '<>', 'closed'), e('registered_at', 'is not', null)]))
    // the unit that this very request was approved for
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('enrolment as own')
            .select('own.id')
            .where('own.id', '=', ownId)
            .whereRef('own.unit_id', '=', 'unit.id'),
        ),
      ),
    )
    .executeTakeFirst()
  if (unit) return told('account', unit.contact_name, unit.contact_phone)
  const other = await db
    .selectFrom('enrolment')
    .select('form')
    .where('identity_key', '=', identity)
    .where('kind', '=', kind)
    .where('status', 'in', [...holdingStatuses])
    .where('id', '<>', ownId)
    .executeTakeFirst()
  if (!other) return null
  const { contact = '', mobile = '' } = other.form as EnrolmentForm
  return told('request', contact, mobile)
}

const told = (by: Taken['by'], name: string, phone: string): Taken => ({
  by,
  contact: blurName(name),
  phone: blurPhone(phone),
})
