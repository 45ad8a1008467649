import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { useAddress } from '#shell/address.ts'
import { useWord, useWords } from '#shell/language.tsx'
import type { DayView } from '../views.ts'
import { dayWords } from './day-words.ts'

/** Another day, and at headquarters another branch; both stand in the address. */
export function DaySwitch({ view }: { view: DayView }) {
  const words = useWords(dayWords)
  const word = useWord()
  const { search, change } = useAddress()
  const go = (day: string | null) => day && change({ day: day === view.today ? undefined : day })
  return (
    <div className="day-switch">
      {view.branches.length > 1 && (
        <Select
          aria-label={words.branch}
          value={search['branch'] ?? ''}
          options={[
            { value: '', label: words.allBranches },
            ...view.branches.map((b) => ({ value: b.id, label: word(b.name) })),
          ]}
          onChange={(branch) => change({ branch: branch || undefined })}
          popupMatchSelectWidth={false}
        />
      )}
      <Button
        icon={<LeftOutlined />}
        aria-label={words.before}
        title={words.before}
        disabled={view.previous === null}
        onClick={() => go(view.previous)}
      />
      <DatePicker
        aria-label={words.day}
        allowClear={false}
        value={dayjs(view.day)}
        onChange={(day) => go(day?.format('YYYY-MM-DD') ?? null)}
      />
      <Button
        icon={<RightOutlined />}
        aria-label={words.after}
        title={words.after}
        disabled={view.next === null}
        onClick={() => go(view.next)}
      />
      {view.day !== view.today && <Button onClick={() => go(view.today)}>{words.today}</Button>}
    </div>
  )
}
