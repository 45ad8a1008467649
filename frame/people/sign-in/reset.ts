import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '#frame/db/connect.ts'
import type { House } from '#frame/house.ts'
import { defineJob } from '#frame/jobs/job.ts'
import { plan } from '#frame/jobs/plan.ts'
import { Refused } from '#frame/kernel/reason.ts'
import { passwordReset } from '#frame/notify/account-notices.ts'
import { notify } from '#frame/notify/notify.ts'
import { takeToken, type BucketRule } from './attempts.ts'
import { beijingMinute, makeLink } from './links.ts'
import { logSignIn, type Caller } from './log.ts'
import { signInSettings } from './settings.ts'

/**
 * Sends the mail with the reset link, if the account is there and in use. It is a job so that the answer to
 * the person costs the same for a name that nobody has.
 */
export const sendReset = defineJob({
  name: 'people.send-reset',
  title: { zh: '发送重设密码邮件', en: 'Send password reset mail' },
  data: z.strictObject({ account: z.uuid().nullable() }),
  async run(house, { account }) {
    if (account === null) return
    const now = house.clock.now()
    const { resetMinutes, resetBurst, resetPerHour } = await signInSettings(house)
    // A newer link ends the older: who asks for one again and again must not keep them all from working.
    const rule = { burst: resetBurst, perMinute: resetPerHour / 60 }
    if (await isSpent(house.db, `reset-mail:${account}`, rule, now)) return
    await house.db.transaction().execute(async (tx) => {
      const person = await tx
        .selectFrom('account')
        .select('id')
        .where('id', '=', account)
        .where('status', '=', 'active')
        .executeTakeFirst()
      if (!person) return
      const link = await makeLink(tx, {
        kind: 'reset',
        accountId: account,
        minutes: resetMinutes,
        createdBy: null,
        now,
      })
      await notify(tx, {
        to: { accountIds: [account] },
        kind: passwordReset,
        params: { until: beijingMinute(link.until) },
        path: link.path,
        now,
      })
    })
  },
})

/** Takes a token. Out: whether there was none left. */
async function isSpent(db: Database, key: string, rule: BucketRule, now: Date): Promise<boolean> {
  try {
    await takeToken(db, key, rule, now)
    return false
  } catch (error) {
    if (error instanceof Refused) return true
    throw error
  }
}

/**
 * Somebody says that he forgot his password. In: the sign-in name. The answer is the same whether it
 * belongs to somebody or not, and the same work is done for it.
 * Errors: Refused when too many came from this address.
 */
export async function askReset(house: House, login: string, caller: Caller): Promise<void> {
  const now = house.clock.now()
  const { resetBurst, resetPerHour } = await signInSettings(house)
  await takeToken(
    house.db,
    `reset:${caller.address}`,
    { burst: resetBurst, perMinute: resetPerHour / 60 },
    now,
  )
  await house.db.transaction().execute(async (tx) => {
    const known = await tx
      .selectFrom('account')
      .select('id')
      .where(sql`lower(login)`, '=', login.trim().toLowerCase())
      .executeTakeFirst()
    const accountId = known?.id ?? null
    await logSignIn(tx, 'reset-asked', { accountId, login: login.trim() }, caller, now)
    await plan(tx, sendReset, { account: accountId })
  })
}
