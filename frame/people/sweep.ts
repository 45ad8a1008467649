import { z } from 'zod'
import { defineJob } from '#frame/jobs/job.ts'
import { signInSettings } from './sign-in/settings.ts'

const day = 86_400_000

/** Clears away what is over: old sessions, counters nobody asks any more, links long dead. */
export const sweepSignIn = defineJob({
  name: 'people.sweep',
  title: { zh: '清理过期的登录记录', en: 'Clear away ended sessions and links' },
  data: z.strictObject({}),
  cron: '20 3 * * *',
  async run(house) {
    const now = house.clock.now().getTime()
    const { absoluteHours, lockMinutes, deviceDays } = await signInSettings(house)
    const sessionsBefore = new Date(now - absoluteHours * 3_600_000)
    const countersBefore = new Date(now - Math.max(day, 2 * lockMinutes * 60_000))
    await house.db.deleteFrom('auth_session').where('created_at', '<', sessionsBefore).execute()
    await house.db
      .deleteFrom('auth_device')
      .where('seen_at', '<', new Date(now - deviceDays * day))
      .execute()
    // A counter without a lock stays until it is old: failures in a row may be days apart.
    await house.db
      .deleteFrom('auth_attempt')
      .where('at', '<', new Date(now - 30 * day))
      .execute()
    await house.db.deleteFrom('auth_bucket').where('at', '<', countersBefore).execute()
    await house.db
      .deleteFrom('mail_link')
      .where('expires_at', '<', new Date(now - 30 * day))
      .execute()
  },
})
