import { showDay } from '#shell/format.ts'
import { fill, useLanguage, useWord, useWords } from '#shell/language.tsx'
import { addDays } from '../day.ts'
import { calendarWords } from '../labels.ts'
import type { ShownDay } from './months.tsx'

interface Group {
  name: { zh: string; en: string }
  first: string
  off: { from: string; to: string }[]
  work: string[]
  provisional: boolean
}

/** The holidays of the span as a list: from, to, and the weekend days worked in exchange. */
export function SpecialDays({ days }: { days: readonly ShownDay[] }) {
  const words = useWords(calendarWords)
  const word = useWord()
  const { language } = useLanguage()
  const groups = groupsOf(days)
  const show = (day: string) => showDay(day, language)
  return (
    <section className="calendar-special">
      <h2>{words.special}</h2>
      {groups.length === 0 ? (
        <p className="quiet">{words.noSpecial}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.holiday}</th>
              <th scope="col">{words.off}</th>
              <th scope="col">{words.worked}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.first + group.name.zh}>
                <th scope="row">
                  {word(group.name)}
                  {group.provisional && (
                    <span className="calendar-provisional">{words.provisional}</span>
                  )}
                </th>
                <td>
                  {group.off.map(({ from, to }) => (
                    <div key={from}>
                      {from === to
                        ? show(from)
                        : fill(words.until, { from: show(from), to: show(to) })}
                    </div>
                  ))}
                </td>
                <td>
                  {group.work.map((day) => (
                    <div key={day}>{show(day)}</div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

// Days of one name belong together while no more than 40 days lie between them: next year's is another.
function groupsOf(days: readonly ShownDay[]): Group[] {
  const groups: Group[] = []
  for (const day of days) {
    if (day.name === null || (day.kind !== 'holiday' && day.kind !== 'makeup')) continue
    let group = groups.findLast(
      (g) => g.name.zh === day.name?.zh && addDays(g.first, 40) >= day.day,
    )
    if (!group) {
      const { name, provisional } = day
      group = { name, first: day.day, off: [], work: [], provisional }
      groups.push(group)
    }
    const last = group.off.at(-1)
    if (day.kind === 'makeup') group.work.push(day.day)
    else if (last && addDays(last.to, 1) === day.day) last.to = day.day
    else group.off.push({ from: day.day, to: day.day })
  }
  return groups.sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1))
}

const startOf = (group: Group) => group.off[0]?.from ?? group.first
