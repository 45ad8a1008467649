import { Checkbox, Input, Segmented } from 'antd'
import { useAddress } from '#shell/address.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { EmptyState } from '#shell/parts/empty-state.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { useRead } from '#shell/query.ts'
import { settingsDoor } from '../doors.ts'
import { groupWords } from '../labels.ts'
import type { SettingView } from '../views.ts'
import { SettingTable } from './setting-table.tsx'
import { settingWords } from './words.ts'
import './catalogue.css'

/** Every dated number of the house with its source, its history, and what is the project's own. */
export function SettingsPage() {
  const words = useWords(settingWords)
  const { data, error, refetch } = useRead(settingsDoor, {})
  return (
    <>
      <PageHead title={words.title} hint={words.hint} />
      {error && !data && <Fault error={error} retry={() => void refetch()} />}
      {!error && !data && <Waiting rows={8} />}
      {data && <Settings settings={data.settings} />}
    </>
  )
}

const now = (setting: SettingView) => setting.values.find(({ standing }) => standing === 'now')

function Settings(props: { settings: readonly SettingView[] }) {
  const words = useWords(settingWords)
  const word = useWord()
  const { search, change } = useAddress()
  const group = search['group'] ?? ''
  const text = (search['q'] ?? '').trim().toLowerCase()
  const groups = [...new Set(props.settings.map((setting) => setting.group))]
  const shown = props.settings.filter(
    (setting) =>
      (group === '' || setting.group === group) &&
      (search['ours'] !== '1' || now(setting)?.ours === true) &&
      (text === '' ||
        `${setting.title.zh} ${setting.title.en} ${setting.key} ${setting.duty ?? ''} ${now(setting)?.source ?? ''}`
          .toLowerCase()
          .includes(text)),
  )
  return (
    <>
      <search className="setting-filters">
        <Segmented
          value={group}
          onChange={(next) => change({ group: next || undefined })}
          options={[
            { value: '', label: words.all },
            ...groups.map((code) => ({ value: code, label: word(groupWords[code] ?? code) })),
          ]}
        />
        <Input.Search
          type="search"
          allowClear
          aria-label={words.find}
          placeholder={words.find}
          defaultValue={search['q'] ?? ''}
          onChange={(event) => change({ q: event.target.value || undefined })}
        />
        <Checkbox
          checked={search['ours'] === '1'}
          onChange={(event) => change({ ours: event.target.checked ? '1' : undefined })}
        >
          {words.oursOnly}
        </Checkbox>
      </search>
      {shown.length === 0 && <EmptyState title={words.none} />}
      {groups
        .filter((code) => shown.some((setting) => setting.group === code))
        .map((code) => (
          <section key={code} className="setting-group">
            <Group name={word(groupWords[code] ?? code)} settings={shown.filter(inGroup(code))} />
          </section>
        ))}
    </>
  )
}

const inGroup = (code: string) => (setting: SettingView) => setting.group === code

function Group({ name, settings }: { name: string; settings: readonly SettingView[] }) {
  const words = useWords(settingWords)
  const word = useWord()
  const keepers = [...new Set(settings.map((setting) => word(setting.keeper)))]
  return (
    <>
      <h2>
        {name}
        <span className="small quiet">{fill(words.keptBy, { who: keepers.join('、') })}</span>
      </h2>
      <SettingTable settings={settings} />
    </>
  )
}
