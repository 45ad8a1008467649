import { yearOf, type Day } from '#frame/calendar/day.ts'
import type { Tx } from '#frame/db/connect.ts'
import { nextNumber } from '#frame/kernel/running-number.ts'
import type { RegistrationKind } from './facts.ts'

/** 登记, 变更, 联系人: the letters people tell the kinds apart by. */
const letters: Record<RegistrationKind, string> = { first: 'DJ', change: 'BG', contact: 'LX' }

/** The number of a registration, given when it is handed over to the officers for the first time. */
export async function registrationNumber(
  tx: Tx,
  about: RegistrationKind,
  today: Day,
): Promise<string> {
  const year = yearOf(today)
  const n = await nextNumber(tx, `registration ${about}`, year)
  return `${letters[about]}${year}-${String(n).padStart(6, '0')}`
}
