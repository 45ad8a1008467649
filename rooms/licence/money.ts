import { reason, type Reason } from '#frame/kernel/reason.ts'
import type { Day } from '#frame/calendar/day.ts'
import { inForeignMoney } from './asked-when.ts'
import type { CaseForm } from './forms.ts'

const amountForm = /^\d{1,12}(\.\d{1,2})?$/
const rateForm = /^\d{1,4}(\.\d{1,6})?$/

/** A decimal text as an integer of its smallest part. In: a text of digits, and how many decimals it has. */
const scaled = (text: string, decimals: number): bigint => {
  const [whole = '0', part = ''] = text.split('.')
  return BigInt(whole + part.padEnd(decimals, '0'))
}

/**
 * S2-154 the total value in 万美元 with four decimals, rounded half up (C-31). In: amount with two decimals,
 * currency, dollars for one unit of it with six. Out: null while it cannot be said.
 */
export function inTenThousandDollars(form: CaseForm): string | null {
  const { currency, amount = '', rate = '' } = form
  if (currency === undefined || !amountForm.test(amount)) return null
  const abroad = inForeignMoney(form)
  if (abroad && !rateForm.test(rate)) return null
  const millionths = abroad ? scaled(rate, 6) : 1_000_000n
  const hundredMillionths = scaled(amount, 2) * millionths
  const dollars = (hundredMillionths + 50_000_000n) / 100_000_000n
  const digits = dollars.toString().padStart(5, '0')
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`
}

/** S2-154 amount, rate and its day are what they are called. */
export function moneyFaults(form: CaseForm, today: Day): Reason[] {
  const { amount, rate, rateDay } = form
  const faults: Reason[] = []
  const bad = (code: string, words: string, at: string) =>
    faults.push(reason('S2-154', code, words, at))
  if (amount && (!amountForm.test(amount) || scaled(amount, 2) === 0n))
    bad('amount', '总货值应为大于 0 的数字，最多两位小数，例如 12500.00。请改正。', 'amount')
  if (!inForeignMoney(form)) return faults
  if (rate && (!rateForm.test(rate) || scaled(rate, 6) === 0n))
    bad('rate', '汇率应为大于 0 的数字，最多六位小数，例如 0.139800。请改正。', 'rate')
  if (rateDay && rateDay > today)
    bad('rate-day', '汇率日期不能晚于今天，请填写申报时所用汇率的日期。', 'rateDay')
  return faults
}
