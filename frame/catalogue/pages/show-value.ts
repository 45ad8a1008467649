import { showNumber, showSize } from '#shell/format.ts'
import { fill, type Language } from '#shell/language.tsx'
import { choiceWords, unitWords } from '../labels.ts'
import type { SettingView } from '../views.ts'
import { settingWords } from './words.ts'

type Value = SettingView['values'][number]['value']

/** A setting's value as people say it: `20 个工作日`, `2.0 MB`, `是`. */
export function showValue(
  setting: Pick<SettingView, 'type' | 'unit'>,
  value: Value,
  language: Language,
): string {
  if (typeof value === 'boolean') return settingWords[value ? 'yes' : 'no'][language]
  if (Array.isArray(value)) return value.join('、')
  if (typeof value === 'string') {
    if (setting.type === 'choice') return choiceWords[value]?.[language] ?? value
    return value === '' ? settingWords.empty[language] : value
  }
  if (setting.unit === 'bytes') return showSize(value)
  const words = unitWords[setting.unit]
  return words ? fill(words[language], { n: showNumber(value) }) : showNumber(value)
}

/** What a person typed for a setting, as the server takes it; the text itself when it is no such value. */
export function typedValue(type: SettingView['type'], typed: unknown): Value {
  if (type === 'integers')
    return typedText(typed)
      .split(/[,，、\s]+/)
      .filter((part) => part !== '')
      .map(Number)
  if (typeof typed === 'boolean' || typeof typed === 'number') return typed
  return typedText(typed)
}

/** The value as it stands in a field to be changed. */
export function editable(type: SettingView['type'], value: Value | undefined): unknown {
  return type === 'integers' && Array.isArray(value) ? value.join(',') : value
}

/** A text as typed, empty when nothing was. */
export const typedText = (typed: unknown): string => (typeof typed === 'string' ? typed : '')
