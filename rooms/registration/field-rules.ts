import { z } from 'zod'
import { reason, type Reason } from '#frame/kernel/reason.ts'
import { contradictedFields, fieldOf, is, isBlank, wantingFields } from './fields.ts'
import type { RegistrationForm } from './forms.ts'
import { numberChecks } from './normal-form.ts'

/** Every field that must be filled is, or the unit stated that it has none; each with its own duty. */
export function blankFields(form: RegistrationForm): Reason[] {
  return wantingFields(form).map((field) =>
    reason(
      field.duty,
      'blank',
      field.mayNotApply
        ? `“${field.title.zh}”没有填写。请填写；没有此项内容的，请勾选“无此内容”。`
        : `“${field.title.zh}”没有填写。请${field.kind.startsWith('choice') ? '选择' : '填写'}后再提交。`,
      field.name,
    ),
  )
}

/** A value and *** at once: nobody could say which of them holds. */
export function valueAndNone(form: RegistrationForm): Reason[] {
  return contradictedFields(form).map(({ name, duty, title }) =>
    reason(
      duty,
      'value-and-none',
      `“${title.zh}”填写了内容，又勾选了“无此内容”，无法判断以哪个为准。请取消勾选“无此内容”，或清空填写的内容。`,
      name,
    ),
  )
}

/** S2-084, S2-086, S2-087, S2-088 what is typed as a number can be dialled and posted to. */
export function wrongNumbers(form: RegistrationForm): Reason[] {
  return (Object.keys(numberChecks) as (keyof typeof numberChecks)[]).flatMap((name) => {
    const typed = form[name]
    const checked = isBlank(typed) ? null : numberChecks[name](typed!)
    if (!checked || checked.ok) return []
    const field = fieldOf(name)!
    const words =
      name === 'fax'
        ? '传真号码应写成“区号-号码”，如 010-55500102。请核对后重新填写。'
        : checked.message
    return [reason(field.duty, checked.code, words, name)]
  })
}

const mailbox = z.email()

/** S2-085 mail of the house reaches the unit. */
export function wrongMailbox({ email }: RegistrationForm): Reason[] {
  if (isBlank(email) || mailbox.safeParse(email).success) return []
  return [
    reason(
      'S2-085',
      'mailbox',
      `电子邮件“${email}”不是有效的邮箱地址。请写成 name@example.cn 这样，只填一个。`,
      'email',
    ),
  ]
}

const plain = (text: string) => text.normalize('NFKC').replaceAll(/[\s，,。.；;、：:（）()]/g, '')
const aboutBiology = /生物|试剂|血液|血清|疫苗|细胞|组织|微生物|菌种|毒素|药品|抗体/

/** S2-111 the scope of a seller's licence covers biological products and the like; the words are quoted from it. */
export function scopeCovers(form: RegistrationForm): Reason[] {
  if (!is(form, 'seller') || isBlank(form.scopeWords) || isBlank(form.scope)) return []
  const words = form.scopeWords!
  if (!plain(form.scope!).includes(plain(words)))
    return [
      reason(
        'S2-111',
        'not-in-scope',
        '摘出的文字在“经营范围”中找不到。请从上面的经营范围中原样复制涉及生物制品的文字。',
        'scopeWords',
      ),
    ]
  if (aboutBiology.test(words)) return []
  return [
    reason(
      'S2-111',
      'scope-too-narrow',
      '销售单位的营业执照范围须涉及生物制品及相关产品，摘出的文字没有体现。请摘出涉及的文字；执照没有这些内容的，请先办理执照变更。',
      'scopeWords',
    ),
  ]
}

/** S2-119 a laboratory is named whole: with its level, its filing and where it is. */
export function laboratoriesWhole(form: RegistrationForm): Reason[] {
  return (form.laboratories ?? []).flatMap((laboratory, row) => {
    const lacks = [
      ...(isBlank(laboratory.name) ? ['名称'] : []),
      ...(laboratory.level === undefined ? ['防护等级'] : []),
      ...(isBlank(laboratory.filingNo) ? ['备案或认可编号'] : []),
      ...(isBlank(laboratory.address) ? ['地址'] : []),
    ]
    if (lacks.length === 0) return []
    return [
      reason(
        'S2-119',
        'laboratory-incomplete',
        `第 ${row + 1} 个实验室没有填写${lacks.join('、')}。请补全，或删去这一行。`,
        `laboratories.${row}`,
      ),
    ]
  })
}

/** S2-119 two laboratories of one name could not be told apart in an application. */
export function laboratoriesDistinct(form: RegistrationForm): Reason[] {
  const names = (form.laboratories ?? []).map((l) => l.name.trim())
  return names.flatMap((name, row) =>
    name !== '' && names.indexOf(name) < row
      ? [
          reason(
            'S2-119',
            'laboratory-twice',
            `第 ${row + 1} 个实验室与前面的同名（${name}），申请时无法区分。请写出楼号、房间等区别。`,
            `laboratories.${row}`,
          ),
        ]
      : [],
  )
}
