import { createRequire } from 'node:module'
import countries from 'i18n-iso-countries'
import law from '#law/country-names.json' with { type: 'json' }

const require = createRequire(import.meta.url)

/** A country or region as declarations name it (GB/T 2659, ISO 3166-1 alpha-3). */
export interface Country {
  code: string
  zh: string
  en: string
}

const listed = (): Country[] => {
  countries.registerLocale(require('i18n-iso-countries/langs/zh.json'))
  countries.registerLocale(require('i18n-iso-countries/langs/en.json'))
  const zh = countries.getNames('zh')
  const en = countries.getNames('en')
  const mended = new Map(law.names.map((name) => [name.code, name]))
  return Object.keys(countries.getAlpha2Codes()).flatMap((alpha2) => {
    const code = countries.alpha2ToAlpha3(alpha2)
    if (code === undefined || law.excluded.includes(code)) return []
    return [mended.get(code) ?? { code, zh: zh[alpha2] ?? alpha2, en: en[alpha2] ?? alpha2 }]
  })
}

let known: readonly Country[] | undefined

/** All countries and regions, sorted by Chinese name in pinyin order. */
export const allCountries = (): readonly Country[] => {
  const order = new Intl.Collator('zh-u-co-pinyin')
  known ??= listed().sort((a, b) => order.compare(a.zh, b.zh))
  return known
}

/** One country by its alpha-3 code, or undefined. */
export const countryOf = (code: string): Country | undefined =>
  allCountries().find((country) => country.code === code)
