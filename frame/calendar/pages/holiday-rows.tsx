import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import type { Reason } from '#frame/kernel/reason.ts'
import { fill, useWords } from '#shell/language.tsx'
import { englishOf } from '../holiday-names.ts'
import { editWords } from '../labels.ts'
import type { YearNotice } from '../year-notice.ts'

type Holiday = YearNotice['holidays'][number]

const emptyRow: Holiday = { name: '', nameEn: '', from: '', to: '', work: [] }

/** The holidays of a notice as rows: name, days off, days worked in exchange. */
export function HolidayRows(props: {
  rows: readonly Holiday[]
  change: (rows: Holiday[]) => void
  errors: readonly Reason[]
}) {
  const words = useWords(editWords)
  const { rows, errors, change } = props
  const put = (i: number, next: Partial<Holiday>) =>
    change(rows.map((row, k) => (k === i ? { ...row, ...next } : row)))
  return (
    <section>
      <h2>{words.holidays}</h2>
      <table className="calendar-table calendar-rows">
        <thead>
          <tr>
            {(['name', 'nameEn', 'from', 'to', 'work'] as const).map((key) => (
              <th key={key} scope="col">
                {words[key]}
              </th>
            ))}
            <th scope="col">
              <span className="unseen">{fill(words.removeRow, { name: '' })}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <Row
              // oxlint-disable-next-line react/no-array-index-key -- rows have no other identity while typed
              key={i}
              i={i}
              row={row}
              errors={errors.filter((e) => e.at?.startsWith(`holidays.${i}.`))}
              put={(next) => put(i, next)}
              remove={() => change(rows.filter((_, k) => k !== i))}
            />
          ))}
        </tbody>
      </table>
      {errors
        .filter((e) => e.at === 'holidays')
        .map((e) => (
          <p key={e.message} className="calendar-error">
            {e.message}
          </p>
        ))}
      <Button icon={<PlusOutlined />} onClick={() => change([...rows, emptyRow])}>
        {words.addRow}
      </Button>
    </section>
  )
}

function Row(props: {
  i: number
  row: Holiday
  errors: readonly Reason[]
  put: (next: Partial<Holiday>) => void
  remove: () => void
}) {
  const words = useWords(editWords)
  const { i, row, errors, put } = props
  const bad = (key: string) => errors.some((e) => e.at?.startsWith(`holidays.${i}.${key}`))
  const status = (key: string) => (bad(key) ? ('error' as const) : ('' as const))
  const what = (key: 'name' | 'nameEn' | 'from' | 'to' | 'work') =>
    `${row.name || i + 1} ${words[key]}`
  const nameIt = (name: string) =>
    put(row.nameEn === englishOf(row.name) ? { name, nameEn: englishOf(name) } : { name })
  return (
    <>
      <tr data-place={`notice.holidays.${i}`}>
        <td>
          <Input
            aria-label={what('name')}
            status={status('name')}
            value={row.name}
            onChange={(event) => nameIt(event.target.value)}
          />
        </td>
        <td>
          <Input
            aria-label={what('nameEn')}
            status={status('nameEn')}
            value={row.nameEn}
            onChange={(event) => put({ nameEn: event.target.value })}
          />
        </td>
        {(['from', 'to'] as const).map((key) => (
          <td key={key}>
            <DatePicker
              aria-label={what(key)}
              status={status(key)}
              allowClear={false}
              value={row[key] ? dayjs(row[key]) : null}
              onChange={(_day, text) => typeof text === 'string' && put({ [key]: text })}
            />
          </td>
        ))}
        <td>
          <DatePicker
            multiple
            placeholder=""
            aria-label={what('work')}
            status={status('work')}
            value={row.work.map((day) => dayjs(day))}
            onChange={(days) => put({ work: (days ?? []).map((d) => d.format('YYYY-MM-DD')) })}
          />
        </td>
        <td>
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={fill(words.removeRow, { name: row.name || String(i + 1) })}
            onClick={props.remove}
          />
        </td>
      </tr>
      {errors.length > 0 && (
        <tr>
          <td colSpan={6} className="calendar-error">
            {errors.map((e) => (
              <div key={(e.at ?? '') + e.message}>{e.message}</div>
            ))}
          </td>
        </tr>
      )}
    </>
  )
}
