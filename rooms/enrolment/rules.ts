import { checkMobile } from '#frame/catalogue/codes/contact.ts'
import { checkUscc } from '#frame/catalogue/codes/uscc.ts'
import { reason, type Reason } from '#frame/kernel/reason.ts'
import { mailboxField } from '#frame/people/accounts/forms.ts'
import type { EnrolmentFacts, Taken } from './facts.ts'
import { fieldsOf, type EnrolmentField } from './forms.ts'
import { slotOf } from './slots.ts'

/** What the rules of filing look at. */
export type Filing = Pick<
  EnrolmentFacts,
  'kind' | 'form' | 'document' | 'identity' | 'brought' | 'taken' | 'areas'
>

/** S2-064 everything that stands in the way of filing, at its place. */
export function filingReasons(facts: Filing): Reason[] {
  return [...missing(facts), ...faults(facts), ...secondAccount(facts), ...document(facts)]
}

function missing(facts: Filing): Reason[] {
  return fieldsOf(facts.kind)
    .filter((field) => field.required && isEmpty(facts, field))
    .map(({ name, duty, title }) =>
      reason(duty, 'missing', `“${title.zh}”没有填写，请填写后再提交。`, name),
    )
}

function isEmpty({ form, document }: Filing, { name }: EnrolmentField): boolean {
  if (name === 'documentNumber') return document === null
  const value = form[name]
  return value === undefined || value.length === 0 || (typeof value === 'string' && !value.trim())
}

const typed = (text: string | undefined) => (text ?? '').trim()

/** What was typed and cannot be right. */
function faults({ kind, form, document, areas }: Filing): Reason[] {
  const reasons: Reason[] = []
  if (kind === 'organisation' && typed(form.uscc)) {
    const code = checkUscc(typed(form.uscc))
    if (!code.ok) reasons.push(reason('S2-023', code.code, code.message, 'uscc'))
  }
  if (typed(form.mobile)) {
    const mobile = checkMobile(typed(form.mobile))
    if (!mobile.ok) reasons.push(reason('S2-070', mobile.code, mobile.message, 'mobile'))
  }
  if (typed(form.mailbox) && !mailboxField.safeParse(typed(form.mailbox)).success)
    reasons.push(
      reason(
        'S2-069',
        'mailbox',
        '邮箱的格式不对，确认链接将无法送达。请改成 name@example.cn 这样的地址。',
        'mailbox',
      ),
    )
  if (form.area && !areas.some((a) => a.code === form.area))
    reasons.push(reason('S2-067', 'area', '所选的区不在名单中，请重新选择。', 'area'))
  if (document && !document.sound)
    reasons.push(
      reason(
        'S2-125',
        'document-number',
        '证件号码没有通过核对：位数、出生日期或校验码不对，或与所选证件种类不符。请对照证件重新填写全部号码。',
        'documentNumber',
      ),
    )
  return reasons
}

/**
 * S2-023 a unit has one account. A person's second request is not told apart at this door: the answer would
 * tell strangers who has an account; the administrator sees it.
 */
function secondAccount({ kind, taken }: Filing): Reason[] {
  return kind === 'organisation' && taken !== null ? [takenReason(taken)] : []
}

/** S2-023 the place is taken, and how to join. */
export function takenReason({ by, contact, phone }: Taken): Reason {
  const there = by === 'account' ? '已有账号' : '已有一份注册申请正在办理'
  const whom = contact === '' ? '' : `${contact}（${phone}）`
  return reason(
    'S2-023',
    'taken',
    by === 'account'
      ? `该代码${there}，一个单位只能有一个账号，不能重复注册。请联系本单位联系人${whom}在“人员”中邀请您加入；联系不上的，请联系海关账号管理岗。`
      : `该代码${there}，一个单位只能有一个账号，不能重复提交。请联系本单位联系人${whom}；账号开通后由其邀请您加入。`,
    'uscc',
  )
}

/** S2-068 the name is somebody else's. */
export function loginTakenReason(login: string): Reason {
  return reason('S2-068', 'login-taken', `登录名“${login}”已有人使用，请换一个。`, 'login')
}

/** The sealed form of a unit, the copy of a person's document. */
function document({ kind, brought }: Filing): Reason[] {
  const slot = slotOf[kind]
  const at = `slot.${slot.code}`
  const file = brought.find((b) => b.slot === slot.code)
  if (!file)
    return [reason(slot.duty, 'document-missing', `还没有上传${slot.title.zh}。${slot.why.zh}`, at)]
  if (file.usable) return []
  return [
    reason(
      slot.duty,
      'document-waiting',
      `“${file.name}”正在等待查毒，通过后才能提交。系统每分钟重试一次，请稍后再试。`,
      at,
    ),
  ]
}
