import { useState } from 'react'
import type { ActState } from '#frame/kernel/can-do.ts'
import { asCallError, type CallError } from '#shell/call-error.ts'
import { fill, useLanguage, useWords } from '#shell/language.tsx'
import { ActDialog } from '#shell/parts/act-dialog.tsx'
import type { FormField } from '#shell/parts/form-field.ts'
import { useAct } from '#shell/query.ts'
import { changeSettingDoor, settingsDoor } from '../doors.ts'
import { choiceWords, unitNames } from '../labels.ts'
import type { SettingView } from '../views.ts'
import { editable, showValue, typedText, typedValue } from './show-value.ts'
import { settingWords } from './words.ts'

const kinds: Record<SettingView['type'], FormField['kind']> = {
  integer: 'integer',
  integers: 'text',
  boolean: 'yes-no',
  text: 'long',
  day: 'day',
  time: 'text',
  choice: 'choice',
}

const fieldsOf = (setting: SettingView): FormField[] => [
  {
    name: 'value',
    title: settingWords.newValue,
    kind: kinds[setting.type],
    // an empty text is a value too
    required: setting.type !== 'text',
    ...(setting.type === 'integers' ? { hint: settingWords.wholes } : {}),
    ...(setting.type === 'time' ? { hint: settingWords.clock } : {}),
    ...(unitNames[setting.unit] ? { unit: unitNames[setting.unit]! } : {}),
  },
  {
    name: 'validFrom',
    title: settingWords.from,
    kind: 'day',
    required: true,
    hint: settingWords.fromHint,
  },
  {
    name: 'source',
    title: settingWords.basis,
    kind: 'text',
    required: true,
    hint: settingWords.basisHint,
    max: 300,
  },
  {
    name: 'ours',
    title: settingWords.isOurs,
    kind: 'yes-no',
    required: true,
    hint: settingWords.isOursHint,
  },
  { name: 'reason', title: settingWords.reason, kind: 'long', required: true, max: 500 },
]

/** Asks for a setting's new value, its first day, basis and reason; a refusal stays in the dialog. */
export function SettingDialog({ setting, close }: { setting: SettingView; close: () => void }) {
  const words = useWords(settingWords)
  const { language } = useLanguage()
  const act = useAct(changeSettingDoor, [settingsDoor])
  const [refused, setRefused] = useState<CallError | null>(null)
  const now = setting.values.find(({ standing }) => standing === 'now')
  const state: ActState = {
    act: 'setting.change',
    title: setting.title,
    allowed: true,
    reasons: [],
  }

  async function confirm(typed: Record<string, unknown>): Promise<boolean> {
    setRefused(null)
    try {
      await act.run({
        params: { key: setting.key },
        body: {
          seen: setting.version,
          value: typedValue(setting.type, typed['value']),
          validFrom: typedText(typed['validFrom']),
          source: typedText(typed['source']),
          ours: typed['ours'] === true,
          reason: typedText(typed['reason']),
        },
      })
      close()
      return true
    } catch (error) {
      setRefused(asCallError(error))
      return false
    }
  }

  return (
    <ActDialog
      state={state}
      form={{
        text: (
          <>
            {now && `${words.value}：${showValue(setting, now.value, language)}。`}
            {fill(words.changeText, {})}
          </>
        ),
        fields: fieldsOf(setting),
        choices: (name) =>
          name === 'value'
            ? Object.fromEntries(
                setting.choices.map((code) => [code, choiceWords[code] ?? { zh: code, en: code }]),
              )
            : undefined,
        initial: { value: editable(setting.type, now?.value) },
        confirm: settingWords.saveNew,
      }}
      busy={act.busy}
      refused={refused}
      confirm={confirm}
      cancel={close}
    />
  )
}
