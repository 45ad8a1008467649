import type { z } from 'zod'
import { settingsToday } from '#frame/catalogue/stored-settings.ts'
import type { Visit } from '#frame/http/open.ts'
import { newId } from '#frame/kernel/id.ts'
import { perform } from '#frame/kernel/perform.ts'
import { takeToken } from '#frame/people/sign-in/attempts.ts'
import { hashToken } from '#frame/people/sign-in/tokens.ts'
import { beginAct } from './begin.ts'
import type { beginDoor } from './doors.ts'
import { requestKey } from './request-key.ts'
import { enrolmentLife } from './states.ts'

/**
 * Begins a request and hands out its key, this once; later mails carry it. Errors: Refused when too many were
 * begun from this address.
 */
export async function beginRequest(
  visit: Visit,
  said: z.output<NonNullable<typeof beginDoor.body>>,
): Promise<z.input<typeof beginDoor.reply>> {
  const { house, actor, request, requestId } = visit
  const setting = await settingsToday(house)
  const rule = {
    burst: setting('registration.enrolment-burst'),
    perMinute: setting('registration.enrolment-per-hour') / 60,
  }
  await takeToken(house.db, `enrol:${request.ip}`, rule, house.clock.now())
  const id = newId()
  const key = await requestKey(house, id)
  const begun = await perform(
    house,
    beginAct,
    { id, ...said, keyHash: hashToken(key) },
    { actor: { ...actor, visiting: id }, requestId },
    enrolmentLife,
  )
  return { ...begun, key }
}
