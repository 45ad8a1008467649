import { reason, type Reason } from '#frame/kernel/reason.ts'
import type { CaseForm, CaseFieldName } from './forms.ts'

const forms: readonly { name: CaseFieldName; form: RegExp; words: string }[] = [
  {
    name: 'hsCode',
    form: /^\d{10}$/,
    words: '商品编号（HS）为 10 位数字。请核对；还不能确定的，勾选“无此内容”。',
  },
  {
    name: 'ciqCode',
    form: /^\d{13}$/,
    words:
      '检验检疫编码（CIQ）为 13 位数字，即 10 位商品编号加 3 位。请核对；还不能确定的，勾选“无此内容”。',
  },
  {
    name: 'contactPhone',
    form: /^\+?[0-9][0-9 -]{4,18}$/,
    words: '联系电话由数字和连字符组成，例如 010-00000000。请核对。',
  },
]

/** What was typed in a field of fixed form and is not of that form; asked when filing, not while typing. */
export function formatFaults(form: CaseForm): Reason[] {
  return [...otherStorage(form), ...misformed(form)]
}

/** S2-174 who keeps it in another way says how. */
function otherStorage({ storage, remarks }: CaseForm): Reason[] {
  if (storage !== 'other' || remarks?.trim()) return []
  return [
    reason(
      'S2-174',
      'storage-unsaid',
      '储存条件选择了“其他”，备注中没有写明。请在备注写明储存条件，它会印在审批单上。',
      'remarks',
    ),
  ]
}

function misformed(form: CaseForm): Reason[] {
  return forms.flatMap(({ name, form: fits, words }) => {
    const value = form[name]
    if (form.notApplicable?.some((one) => one === name)) return []
    if (typeof value !== 'string' || value === '' || fits.test(value)) return []
    return [reason(null, 'format', words, name)]
  })
}
