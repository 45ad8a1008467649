import { Button, Table } from 'antd'
import { useState } from 'react'
import { showInstant } from '#shell/format.ts'
import { fill, useLanguage, useWord, useWords } from '#shell/language.tsx'
import { DutyChip } from '#shell/parts/duty-chip.tsx'
import { StatusTag, type Tone } from '#shell/parts/status-tag.tsx'
import type { SettingView } from '../views.ts'
import { SettingDialog } from './setting-dialog.tsx'
import { showValue } from './show-value.ts'
import { settingWords, standingWords } from './words.ts'

type Value = SettingView['values'][number]

/** The settings of one group: value now, source, since when, what comes; the history opens below a row. */
export function SettingTable(props: { settings: readonly SettingView[] }) {
  const words = useWords(settingWords)
  const word = useWord()
  const [changing, setChanging] = useState<SettingView | null>(null)
  return (
    <div className="card setting-table">
      <Table<SettingView>
        dataSource={[...props.settings]}
        rowKey="key"
        size="middle"
        pagination={false}
        scroll={{ x: 760 }}
        columns={[
          {
            title: words.name,
            render: (_: unknown, setting) => (
              <span data-setting={setting.key}>
                {word(setting.title)} {setting.duty && <DutyChip duty={setting.duty} />}
              </span>
            ),
          },
          {
            title: words.value,
            width: 240,
            render: (_: unknown, setting) => <ValueNow setting={setting} />,
          },
          {
            title: words.source,
            render: (_: unknown, setting) => <Source value={nowOf(setting)} />,
          },
          {
            title: words.since,
            width: 120,
            render: (_: unknown, setting) => nowOf(setting)?.validFrom ?? '—',
          },
          ...(props.settings.some(mayChange)
            ? [
                {
                  key: 'change',
                  width: 72,
                  // On a phone the table scrolls; the button must not be what is out of sight.
                  fixed: 'end' as const,
                  render: (_: unknown, setting: SettingView) =>
                    mayChange(setting) && (
                      <Button
                        size="small"
                        aria-label={`${words.change} ${word(setting.title)}`}
                        onClick={() => setChanging(setting)}
                      >
                        {words.change}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
        expandable={{ expandedRowRender: showHistory }}
      />
      {changing && <SettingDialog setting={changing} close={() => setChanging(null)} />}
    </div>
  )
}

const mayChange = (setting: SettingView) => setting.acts.some((act) => act.allowed)

const showHistory = (setting: SettingView) => <History setting={setting} />

const nowOf = (setting: SettingView) => setting.values.find(({ standing }) => standing === 'now')

function ValueNow({ setting }: { setting: SettingView }) {
  const words = useWords(settingWords)
  const { language } = useLanguage()
  const value = nowOf(setting)
  const next = setting.values.filter(({ standing }) => standing === 'future')
  return (
    <div className="setting-value">
      <b>{value ? showValue(setting, value.value, language) : words.unset}</b>
      {next.map((one) => (
        <span key={one.validFrom} className="small setting-next">
          {fill(words.next, {
            day: one.validFrom,
            value: showValue(setting, one.value, language),
          })}
        </span>
      ))}
    </div>
  )
}

// The mark says it already.
const plainDefault = (value: Value) => value.ours && value.source.startsWith('本系统默认值')

function Source({ value }: { value: Value | undefined }) {
  const words = useWords(settingWords)
  if (value === undefined) return null
  return (
    <div className="setting-source">
      {value.ours && (
        <span className="setting-ours" title={words.oursHint}>
          {words.ours}
        </span>
      )}
      {!plainDefault(value) && <span className="small">{value.source}</span>}
      {value.note && <span className="small quiet">{value.note}</span>}
    </div>
  )
}

const tones: Record<Value['standing'], Tone> = {
  past: 'end',
  now: 'ok',
  future: 'wait',
  mended: 'end',
}

function History({ setting }: { setting: SettingView }) {
  const words = useWords(settingWords)
  const { language } = useLanguage()
  return (
    <ol className="setting-history" aria-label={words.history}>
      {setting.values.toReversed().map((value) => (
        <li key={`${value.validFrom} ${value.enteredAt}`}>
          <StatusTag words={standingWords[value.standing]} tone={tones[value.standing]} plain />
          <span className="nowrap">{value.validFrom}</span>
          <b>{showValue(setting, value.value, language)}</b>
          <Source value={value} />
          <span className="small quiet">
            {value.enteredBy === null
              ? words.brought
              : fill(words.by, { name: value.enteredBy, at: showInstant(value.enteredAt) })}
            {value.reason && ` · ${value.reason}`}
          </span>
        </li>
      ))}
    </ol>
  )
}
