import { Button, Checkbox, DatePicker, Drawer, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { useNarrow } from './narrow.ts'
import type { Filter } from './table-column.ts'
import type { TableQuery } from './table-source.ts'
import { tableWords } from './table-words.ts'

interface Props {
  filters: readonly Filter[]
  values: TableQuery
  change: (next: Record<string, string | undefined>) => void
  search: Words | string | false
  /** Tools at the right end. */
  children?: ReactNode
}

/** Search box, filters and tools of a register; on a phone the filters wait in a drawer. */
export function FilterBar({ filters, values, change, search, children }: Props) {
  const words = useWords(tableWords)
  const word = useWord()
  const narrow = useNarrow()
  const [open, setOpen] = useState(false)
  const set = filters.filter((f) => values[f.key]).length
  const clear = () => change(Object.fromEntries(filters.map((f) => [f.key, undefined])))
  const all = filters.map((filter) => (
    <OneFilter key={filter.key} filter={filter} value={values[filter.key]} change={change} />
  ))
  return (
    <search className="filter-bar">
      {search !== false && (
        <Input.Search
          key={values['q'] ?? ''}
          className="filter-search"
          type="search"
          allowClear
          aria-label={word(search)}
          placeholder={word(search)}
          defaultValue={values['q'] ?? ''}
          onSearch={(q) => change({ q: q.trim() || undefined })}
        />
      )}
      {!narrow && all}
      {!narrow && set > 0 && (
        <Button type="text" onClick={clear}>
          {words.clear}
        </Button>
      )}
      {narrow && filters.length > 0 && (
        <>
          <Button onClick={() => setOpen(true)}>
            {set > 0 ? fill(words.filtersOn, { n: set }) : words.filters}
          </Button>
          <Drawer
            open={open}
            onClose={() => setOpen(false)}
            placement="bottom"
            title={words.filters}
            extra={
              <Button type="text" onClick={clear}>
                {words.clear}
              </Button>
            }
            footer={
              <Button type="primary" block onClick={() => setOpen(false)}>
                {words.done}
              </Button>
            }
          >
            <div className="filter-drawer">{all}</div>
          </Drawer>
        </>
      )}
      <div className="filter-tools">{children}</div>
    </search>
  )
}

function OneFilter(props: {
  filter: Filter
  value: string | undefined
  change: (next: Record<string, string | undefined>) => void
}) {
  const word = useWord()
  const { filter, value } = props
  const label = word(filter.label)
  const set = (next: string | undefined) => props.change({ [filter.key]: next || undefined })
  if (filter.kind === 'flag')
    return (
      <Checkbox checked={value === '1'} onChange={(e) => set(e.target.checked ? '1' : undefined)}>
        {label}
      </Checkbox>
    )
  return (
    <span className="filter-one" data-set={Boolean(value)}>
      <span className="filter-label" aria-hidden="true">
        {label}
      </span>
      <FilterControl filter={filter} value={value} label={label} set={set} />
    </span>
  )
}

function FilterControl(props: {
  filter: Filter
  value: string | undefined
  label: string
  set: (next: string | undefined) => void
}) {
  const words = useWords(tableWords)
  const word = useWord()
  const { filter, value, label, set } = props
  const listed = value ? value.split(',') : []
  switch (filter.kind) {
    case 'choice':
    case 'choices': {
      const options = filter.options.map((o) => ({ value: o.value, label: word(o.label) }))
      const many = filter.kind === 'choices'
      return (
        <Select
          aria-label={label}
          variant="borderless"
          allowClear
          showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
          popupMatchSelectWidth={false}
          placeholder={word({ zh: '全部', en: 'All' })}
          options={options}
          maxTagCount={1}
          {...(many ? { mode: 'multiple' as const, value: listed } : { value })}
          onChange={(next: string | string[] | undefined) =>
            set(Array.isArray(next) ? next.join(',') : next)
          }
        />
      )
    }
    case 'days':
      return (
        <DatePicker.RangePicker
          aria-label={label}
          variant="borderless"
          allowEmpty={[true, true]}
          value={[listed[0] ? dayjs(listed[0]) : null, listed[1] ? dayjs(listed[1]) : null]}
          onChange={(_days, texts) => set(texts?.some(Boolean) ? texts.join(',') : undefined)}
        />
      )
    case 'day':
      return (
        <DatePicker
          aria-label={label}
          variant="borderless"
          placeholder={words.asOf}
          value={value ? dayjs(value) : null}
          onChange={(_day, text) => set(text ?? undefined)}
        />
      )
    default:
      return (
        <Input
          key={value ?? ''}
          aria-label={label}
          variant="borderless"
          allowClear
          defaultValue={value ?? ''}
          onPressEnter={(e) => set(e.currentTarget.value.trim())}
          onBlur={(e) => set(e.currentTarget.value.trim())}
        />
      )
  }
}
