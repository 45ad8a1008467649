import { countryOf } from '#frame/catalogue/countries.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { reason, type Reason } from '#frame/kernel/reason.ts'
import type { LicenceFacts } from './facts.ts'

/** The name of the port named in the form; undefined when none is, or the list of the day has it not. */
export function portWords({
  form,
  ports,
}: Pick<LicenceFacts, 'form' | 'ports'>): Words | undefined {
  return ports.find((p) => p.code === form.port)?.name
}

/** The name of a country named in the form; undefined when none is. */
export function countryWords(country: string | undefined): Words | undefined {
  const found = country === undefined ? undefined : countryOf(country)
  return found && { zh: found.zh, en: found.en }
}

/** What the form keeps as codes of a list, with the words of the day; for pages and papers. */
export function codeWords(facts: Pick<LicenceFacts, 'form' | 'ports'>): Record<string, Words> {
  const words = {
    port: portWords(facts),
    country: countryWords(facts.form.country),
    originCountry: countryWords(facts.form.originCountry),
  }
  return Object.fromEntries(Object.entries(words).flatMap(([k, v]) => (v ? [[k, v]] : [])))
}

/** S2-156 a port or country that the lists do not have; asked when a field is saved and at submission. */
export function unknownCodes(facts: Pick<LicenceFacts, 'form' | 'ports'>): Reason[] {
  const { port } = facts.form
  const lost = []
  if (port !== undefined && !portWords(facts))
    lost.push(
      reason('S2-156', 'port-unknown', '口岸不在现行口岸名单中，请从列表中重新选择。', 'port'),
    )
  for (const at of ['country', 'originCountry'] as const)
    if (facts.form[at] !== undefined && !countryWords(facts.form[at]))
      lost.push(reason(null, 'country-unknown', '国家（地区）不在列表中，请重新选择。', at))
  return lost
}
