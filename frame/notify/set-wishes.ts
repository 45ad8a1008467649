import { act, type Facts } from '#frame/kernel/act.ts'
import { moveOf } from '#frame/kernel/lifecycle.ts'
import { absent, decided, reason } from '#frame/kernel/reason.ts'
import { wishForm, type Wishes } from './forms.ts'
import { allNoticeKinds } from './kind.ts'
import { wishLife } from './states.ts'

interface WishFacts extends Facts {
  subject: NonNullable<Facts['subject']>
}

/** Sets the wishes of the person who asks. */
export const setWishes = act<WishFacts, Wishes, Wishes>({
  name: 'wish.set',
  move: moveOf(wishLife, 'wish.set'),
  input: wishForm,
  async load(_tx, _input, { actor }) {
    const { accountId } = actor
    if (accountId === null) throw absent()
    const subject = { kind: 'wish', id: accountId, unitId: null, branchId: null, accountId }
    return { subject: { ...subject, status: 'set', version: 1 } }
  },
  decide(_facts, input) {
    const always = allNoticeKinds().filter((k) => k.always && input.mailOff.includes(k.kind))
    const reasons = always.map((k) =>
      reason(
        null,
        'always',
        `“${k.words.zh}”不能关闭邮件：它关系到账号安全或法定告知。请保留这一项。`,
        'mailOff',
      ),
    )
    return decided(reasons, () => ({ ...input, mailOff: [...new Set(input.mailOff)].toSorted() }))
  },
  async save(tx, facts, next, ctx) {
    const { id } = facts.subject
    const row = {
      mail_off: next.mailOff,
      digest: next.digest,
      language: next.language,
      updated_at: ctx.now,
    }
    await tx
      .insertInto('notice_wish')
      .values({ account_id: id, ...row })
      .onConflict((c) => c.column('account_id').doUpdateSet(row))
      .execute()
    return { id, status: 'set', version: 1 }
  },
})
