import type { z } from 'zod'
import { todayInBeijing } from '#frame/calendar/day.ts'
import { checkUscc } from '#frame/catalogue/codes/uscc.ts'
import { settingsToday } from '#frame/catalogue/stored-settings.ts'
import type { House } from '#frame/house.ts'
import type { Visit } from '#frame/http/open.ts'
import { perform } from '#frame/kernel/perform.ts'
import { takeToken } from '#frame/people/sign-in/attempts.ts'
import type { saveDoor } from './doors.ts'
import { sealDocument } from './person-document.ts'
import { saveAct } from './save.ts'
import { enrolmentLife } from './states.ts'

type Said = z.output<NonNullable<typeof saveDoor.body>>

/**
 * Saves what was typed. The number of a document is sealed here, before anything of it is kept. Errors:
 * Refused; also when too many codes were tried from this address, since the answer tells which unit has an
 * account (S2-023).
 */
export async function saveRequest(
  { house, actor, request, requestId }: Visit,
  id: string,
  { changes, document }: Said,
): Promise<z.input<typeof saveDoor.reply>> {
  const now = house.clock.now()
  if (changes.some(({ name, value }) => name === 'uscc' && isWhole(value))) {
    const setting = await settingsToday(house)
    const perHour = setting('registration.code-checks-per-hour')
    const rule = { burst: perHour, perMinute: perHour / 60 }
    await takeToken(house.db, `code-check:${request.ip}`, rule, now)
  }
  const input = {
    id,
    changes,
    ...(document ? { document: await sealed(house, document, now) } : {}),
  }
  return perform(house, saveAct, input, { actor, requestId }, enrolmentLife)
}

/** The document as it is kept; null when its number was emptied. */
async function sealed(house: House, { kind, number }: NonNullable<Said['document']>, now: Date) {
  return number.trim() === '' ? null : sealDocument(house, kind, number, todayInBeijing(now))
}

/** Only a whole code tells anything of a unit. */
const isWhole = (value: unknown) => typeof value === 'string' && checkUscc(value).ok
