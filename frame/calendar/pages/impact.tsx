import type { z } from 'zod'
import { showDay, showWeekday } from '#shell/format.ts'
import { fill, useLanguage, useWord, useWords } from '#shell/language.tsx'
import { WhyNot } from '#shell/parts/why-not.tsx'
import type { previewDoor } from '../doors.ts'
import { editWords } from '../labels.ts'

export type Preview = z.output<typeof previewDoor.reply>

/** What a change would do: the days that change, and the open cases whose due day moves. */
export function Impact({ preview }: { preview: Preview }) {
  const words = useWords(editWords)
  const word = useWord()
  const { language } = useLanguage()
  const { days, reasons } = preview
  const daysTitle = days.length > 0 ? fill(words.daysTitle, { n: days.length }) : words.noDays
  const clocksTitle =
    preview.movedClocks > 0
      ? fill(words.clocksTitle, { n: preview.movedClocks })
      : fill(words.noClocks, { n: preview.openClocks })
  return (
    <div className="calendar-impact">
      <WhyNot reasons={reasons} title={words.refusedTitle} tone="refused" />
      {reasons.length === 0 && preview.past && <p className="calendar-note">{words.past}</p>}
      <output className="unseen">{`${daysTitle} ${clocksTitle}`}</output>
      <h3>{daysTitle}</h3>
      <ul className="calendar-impact-days">
        {days.map(({ before, after }) => (
          <li key={after.day} data-swung={before.workday !== after.workday}>
            <span className="nowrap">
              {showDay(after.day, language)} {showWeekday(after.day, language)}
            </span>
            <span>
              <s>{word(before.reason)}</s> → {word(after.reason)}
            </span>
          </li>
        ))}
      </ul>
      <h3>{clocksTitle}</h3>
      {preview.moved.length > 0 && <MovedClocks moved={preview.moved} />}
      {preview.movedClocks > preview.moved.length && (
        <p className="quiet small">{fill(words.shownOf, { n: preview.moved.length })}</p>
      )}
    </div>
  )
}

function MovedClocks({ moved }: { moved: Preview['moved'] }) {
  const words = useWords(editWords)
  const word = useWord()
  const { language } = useLanguage()
  const show = (day: string | null) => (day ? showDay(day, language) : words.open)
  const shown = (shift: number | null) => {
    if (shift === null) return ''
    return fill(shift > 0 ? words.later : words.earlier, { n: Math.abs(shift) })
  }
  return (
    <table className="calendar-table">
      <thead>
        <tr>
          <th scope="col">{words.case}</th>
          <th scope="col">{words.clock}</th>
          <th scope="col">{words.oldDay}</th>
          <th scope="col">{words.newDay}</th>
          <th scope="col">{words.shift}</th>
        </tr>
      </thead>
      <tbody>
        {moved.map((row) => (
          <tr key={`${row.label} ${row.clock.zh}`}>
            <th scope="row">
              {word(row.subject)} {row.label}
            </th>
            <td>{word(row.clock)}</td>
            <td className="nowrap">{show(row.oldDay)}</td>
            <td className="nowrap">{show(row.newDay)}</td>
            <td className="nowrap">{shown(row.shift)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
