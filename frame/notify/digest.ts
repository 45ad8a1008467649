import { z } from 'zod'
import { addDays, todayInBeijing, weekday, type Day } from '#frame/calendar/day.ts'
import { defineJob } from '#frame/jobs/job.ts'
import { plan } from '#frame/jobs/plan.ts'
import { loadActor } from '#frame/people/load-actor.ts'
import { addDigestSection, digestLines } from './digest-section.ts'
import { unreadCount } from './inbox.ts'
import { defineNotice } from './kind.ts'
import { notify } from './notify.ts'

const words = z.strictObject({ zh: z.string(), en: z.string() })

/** The mail itself: counts only, the names of cases stay in the house. */
export const digestNotice = defineNotice({
  kind: 'inbox.digest',
  words: { zh: '每周汇总', en: 'Weekly digest' },
  params: z.strictObject({
    monday: z.string(),
    lines: z.array(z.strictObject({ words, count: z.number().int() })),
  }),
  channels: ['mail'],
  // chosen by the person as a whole: the wish for a digest is its switch
  always: true,
  text: {
    zh: (p) => ({
      title: `每周汇总（${p.monday} 起的一周）`,
      lines: p.lines.map((line) => `${line.words.zh}：${line.count}`),
      link: '打开工作台',
    }),
    en: (p) => ({
      title: `Weekly digest (week of ${p.monday})`,
      lines: p.lines.map((line) => `${line.words.en}: ${line.count}`),
      link: 'Open workbench',
    }),
  },
})

addDigestSection('inbox', async ({ db, accountId }) => [
  { words: { zh: '未读消息', en: 'Unread messages' }, count: await unreadCount(db, accountId) },
])

const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day))

/** Each Monday at 08:30 in Beijing: one job for everybody who chose the digest. */
export const weeklyDigest = defineJob({
  name: 'notify.digest',
  title: { zh: '安排每周汇总', en: 'Plan the weekly digests' },
  data: z.strictObject({}),
  cron: '30 8 * * 1',
  async run(house) {
    const monday = mondayOf(todayInBeijing(house.clock.now()))
    const chosen = await house.db
      .selectFrom('notice_wish')
      .innerJoin('account', 'account.id', 'notice_wish.account_id')
      .select('account_id')
      .where('digest', '=', true)
      .where('account.status', '=', 'active')
      .orderBy('account_id')
      .execute()
    await house.db.transaction().execute(async (tx) => {
      for (const { account_id: accountId } of chosen)
        await plan(tx, personDigest, { accountId, monday }, { key: `${accountId}:${monday}` })
    })
  },
})

/** One person's digest; none when nothing waits and nothing ends. */
export const personDigest = defineJob({
  name: 'notify.digest-person',
  title: { zh: '发送一人的每周汇总', en: 'Send one weekly digest' },
  data: z.strictObject({ accountId: z.uuid(), monday: z.iso.date() }),
  async run(house, { accountId, monday }) {
    const now = house.clock.now()
    const today = todayInBeijing(now)
    const actor = await loadActor(house.db, accountId, today)
    if (!actor) return
    const lines = await digestLines({ db: house.db, actor, accountId, now, today })
    if (lines.length === 0) return
    await house.db.transaction().execute((tx) =>
      notify(tx, {
        to: { accountIds: [accountId] },
        kind: digestNotice,
        params: { monday, lines },
        now,
        path: '/',
        key: monday,
      }),
    )
  },
})
