import { dayInWords, type Day } from '#frame/calendar/day.ts'
import { reason, type Reason } from '#frame/kernel/reason.ts'
import type { Actor } from '#frame/people/actor.ts'
import { holdsAny } from '#frame/people/policy.ts'
import { roles, type Role } from '#frame/people/roles.ts'
import { sameValue, settingFault } from './setting-check.ts'
import { inForce, type DatedValue, type SettingForm, type SettingKey } from './setting.ts'
import type { StoredValue } from './stored-settings.ts'

/**
 * Who keeps a setting: how one signs in (lock-out, sessions, passwords) is the security administrator's, all
 * else the system administrator's (GB/T 22239 8.1.5.1 and 8.1.5.3). They are two persons, so whoever runs the
 * machine cannot open its doors wider alone.
 */
export const keeperOf = (key: SettingKey): Role =>
  key.startsWith('sign-in.') ? 'security-admin' : 'system-admin'

/** A setting is changed by the administrator who keeps it. */
export function keptByActor(form: SettingForm, actor: Actor): Reason[] {
  const keeper = keeperOf(form.key)
  if (holdsAny(actor, [keeper])) return []
  return [
    reason(
      null,
      'setting.keeper',
      `“${form.title.zh}”由${roles[keeper].zh}修改，您的岗位不能修改这一项。如需调整，请联系${roles[keeper].zh}。`,
    ),
  ]
}

/** What is to be set. */
export interface WantedValue {
  value: DatedValue['value']
  validFrom: Day
}

/** A value holds from a day to come: what held on a day gone by can never be rewritten. */
export function startsLater(wanted: WantedValue, today: Day): Reason[] {
  if (wanted.validFrom > today) return []
  return [
    reason(
      null,
      'setting.past',
      `起始日 ${wanted.validFrom} 不晚于今天（${today}）。已经施行的值不能改写，以免改变已办业务的依据。请选择明天或以后的日期。`,
      'validFrom',
    ),
  ]
}

/** The value is of the setting's type and within its bounds. */
export function fitsForm(form: SettingForm, wanted: WantedValue): Reason[] {
  const fault = settingFault(form, wanted.value)
  return fault === null ? [] : [reason(form.duty ?? null, 'setting.value', fault, 'value')]
}

/** A change that changes nothing would only blur the history. */
export function changesSomething(
  form: SettingForm,
  values: readonly StoredValue[],
  wanted: WantedValue,
): Reason[] {
  const then = inForce(values, wanted.validFrom)
  if (then === undefined || !sameValue(then.value, wanted.value)) return []
  return [
    reason(
      null,
      'setting.same',
      `“${form.title.zh}”在${dayInWords(wanted.validFrom)}已经是这个值。请核对要改的值和起始日。`,
      'value',
    ),
  ]
}

/** Pairs of which the first may not exceed the second; both are of the same unit. */
const ordered: readonly (readonly [SettingKey, SettingKey])[] = [
  ['registration.window-from', 'registration.window-to'],
  ['pilot.starts', 'pilot.ends'],
  ['licence.usual-decision-days', 'licence.decision-days'],
]

/** Two settings that bound each other stay in order on the day the change begins. */
export function staysInOrder(
  form: SettingForm,
  wanted: WantedValue,
  other: (key: SettingKey) => { title: string; value: DatedValue['value'] } | null,
): Reason[] {
  return ordered.flatMap(([low, high]) => {
    if (form.key !== low && form.key !== high) return []
    const partner = other(form.key === low ? high : low)
    if (partner === null) return []
    const [least, most] =
      form.key === low ? [wanted.value, partner.value] : [partner.value, wanted.value]
    if (least <= most) return []
    const side = form.key === low ? '不能大于' : '不能小于'
    return [
      reason(
        null,
        'setting.order',
        `“${form.title.zh}”${side}“${partner.title}”（当日为 ${String(partner.value)}）。请先调整另一项，或改正这个值。`,
        'value',
      ),
    ]
  })
}
