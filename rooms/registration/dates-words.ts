import type { Words } from '#frame/kernel/lifecycle.ts'
import type { RegistrationForm } from './forms.ts'

type Dates = NonNullable<RegistrationForm['documentDates']>[string]

/** From when until when a certificate holds, as it was typed. In: undefined where nothing was. */
export function datesWords({ from, to }: Dates = {}): Words {
  if (!from && !to)
    return { zh: '有效期未填写，按长期有效登记', en: 'No dates typed: taken to have no end' }
  return {
    zh: `有效期${from ? ` ${from} 起` : ''}${to ? `至 ${to}` : '，长期有效'}`,
    en: `Valid${from ? ` from ${from}` : ''}${to ? ` until ${to}` : ', no end'}`,
  }
}
