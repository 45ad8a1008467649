import type { Words } from '#frame/kernel/lifecycle.ts'
import type { RegistrationForm } from './forms.ts'

type Dates = NonNullable<RegistrationForm['documentDates']>[string]

/** From when until when a certificate holds, as it was typed. In: undefined where nothing was. */
export function datesWords({ from, to }: Dates = {}): Words {
  if (!from && !to)
    return { zh: '有效期未填写，按长期有效登记', en: 'No dates typed: taken to have no end' }
  const since = from ? { zh: ` ${from} 起`, en: ` from ${from}` } : { zh: '', en: '' }
  const end = to ? { zh: `至 ${to}`, en: ` until ${to}` } : { zh: '，长期有效', en: ', no end' }
  return { zh: `有效期${since.zh}${end.zh}`, en: `Valid${since.en}${end.en}` }
}
