import { z } from 'zod'
import { isDay, type Day } from '#frame/calendar/day.ts'
import law from '#law/settings.json' with { type: 'json' }

/** Every setting of the house, by the keys of `law/settings.json`. */
export type SettingKey = keyof typeof law

/** The type of a setting's value: number, boolean, text, or a list of numbers. */
type SettingValue<K extends SettingKey> = (typeof law)[K]['values'][number]['value']

const settingUnits = [
  'working-days',
  'calendar-days',
  'months',
  'years',
  'hours',
  'minutes',
  'bytes',
  'count',
  'percent',
  'none',
] as const

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const day = z.string().refine(isDay)

/** One value with the span in which it holds; both ends belong to it. */
const datedValue = z.strictObject({
  value: z.union([z.int(), z.boolean(), z.string(), z.array(z.int())]),
  validFrom: day,
  validTo: day.nullable(),
  source: z.string().min(1),
  /** True when the number is the project's own default and no law gives one. */
  ours: z.boolean(),
  note: z.string().optional(),
})
export type DatedValue = z.infer<typeof datedValue>

/** What a setting is: its words, type, unit and bounds. Values come and go, this stays. */
const settingForm = z.strictObject({
  group: z.string().min(1),
  title: words,
  type: z.enum(['integer', 'integers', 'boolean', 'text', 'day', 'time', 'choice']),
  unit: z.enum(settingUnits),
  min: z.int().optional(),
  max: z.int().optional(),
  choices: z.array(z.string()).optional(),
  duty: z.string().optional(),
  values: z.array(datedValue).min(1),
})
export type SettingForm = z.infer<typeof settingForm> & { key: SettingKey }

const forms = new Map<string, SettingForm>(
  Object.entries(law).map(([key, entry]) => [
    key,
    { ...settingForm.parse(entry), key: key as SettingKey },
  ]),
)

/** All settings in the order of the law file. */
export const settingForms = (): readonly SettingForm[] => [...forms.values()]

/** What a setting is, or undefined for an unknown key. */
export const settingFormOf = (key: string): SettingForm | undefined => forms.get(key)

/** Values of one key: from the database, or those the product brings along. */
export interface Dated {
  validFrom: Day
  validTo: Day | null
  value: DatedValue['value']
}

/**
 * The value in force on a day: the one with the latest start that is not after the day and has not
 * ended. Among equal starts the last listed counts (a later entry mends an earlier one).
 */
export const inForce = <T extends Pick<Dated, 'validFrom' | 'validTo'>>(
  values: readonly T[],
  on: Day,
): T | undefined =>
  values
    .filter(({ validFrom }) => validFrom <= on)
    .reduce<T | undefined>(
      (best, value) => (best === undefined || value.validFrom >= best.validFrom ? value : best),
      undefined,
    )

/** Typed look-up of the settings in force on one day. */
export type SettingLookup = <K extends SettingKey>(key: K) => SettingValue<K>

/**
 * Settings in force on a day. In: the day and the values by key (the product's own when left out).
 * Errors: the look-up throws RangeError when nothing is in force; that is a fault of the data.
 */
export const settingOn = (
  on: Day,
  values: (key: SettingKey) => readonly Dated[] = (key) => forms.get(key)!.values,
): SettingLookup => {
  return <K extends SettingKey>(key: K): SettingValue<K> => {
    const found = inForce(values(key), on)
    if (found === undefined || (found.validTo !== null && found.validTo < on))
      throw new RangeError(`setting ${key} has no value on ${on}`)
    return found.value
  }
}
