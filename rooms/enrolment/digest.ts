import { addDigestSection, type DigestAsk, type DigestLine } from '#frame/notify/digest-section.ts'
import { holdsAny } from '#frame/people/policy.ts'
import { linkRanOut, seenByKeeper } from './list-enrolments.ts'
import { keepers } from './states.ts'

// S2-066 what waits for an account administrator: requests to review, accounts nobody confirmed in time
addDigestSection('enrolment', async (ask) =>
  holdsAny(ask.actor, keepers)
    ? [
        {
          words: { zh: '待审核的账号注册申请', en: 'Requests for accounts to review' },
          count: await count(ask, 'filed'),
        },
        {
          words: { zh: '确认链接已过期的账号', en: 'Accounts whose confirmation link ran out' },
          count: await count(ask, 'over'),
        },
      ]
    : ([] satisfies DigestLine[]),
)

async function count({ db, actor, now }: DigestAsk, what: 'filed' | 'over'): Promise<number> {
  const { n } = await db
    .selectFrom('enrolment as e')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where(seenByKeeper(actor))
    .$if(what === 'filed', (q) => q.where('e.status', '=', 'filed'))
    .$if(what === 'over', (q) => q.where(linkRanOut(now)))
    .executeTakeFirstOrThrow()
  return n
}
