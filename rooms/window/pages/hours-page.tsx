import type { z } from 'zod'
import { showDay, showWeekday } from '#shell/format.ts'
import { useLanguage, useWord, useWords } from '#shell/language.tsx'
import { EmptyState } from '#shell/parts/empty-state.tsx'
import { DutyChip } from '#shell/parts/duty-chip.tsx'
import { Loaded } from '#shell/parts/loaded.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Section } from '#shell/parts/section.tsx'
import { useRead } from '#shell/query.ts'
import { hoursDoor } from '../doors.ts'
import type { hoursView } from '../views.ts'
import { pageWords } from './page-words.ts'
import './window.css'
import './visit.css'

const hoursWords = {
  hint: {
    zh: '单位登记、登记变更和更换联系人，在网上提交后到窗口交验原件。',
    en: 'Originals for a registration, a change or another contact person are shown here.',
  },
  days: { zh: '最近的接待日', en: 'The next days' },
  today: { zh: '今天', en: 'today' },
  closedDays: { zh: '其间不接待的日子', en: 'Closed in between' },
  bring: { zh: '怎样办理', en: 'How it goes' },
  steps: {
    zh: '在系统中填写并提交登记信息；一周内携带材料原件和加盖公章的复印件到窗口。',
    en: 'Fill in and submit the registration; within a week bring the originals and sealed copies.',
  },
  noBooking: {
    zh: '登录后可以预约时段，省去等候；不预约、在接待时间直接前来同样办理，逾期也照常接待。',
    en: 'Signed in, you may book a time to save waiting. Who comes without, or late, is served too.',
  },
  receipt: {
    zh: '当场出具回执，写明看过什么、还缺什么、下一步怎么办。',
    en: 'You get a receipt at once: what was seen, what is wanting, what comes next.',
  },
  none: { zh: '今后一年没有接待日', en: 'No days in the coming year' },
  noneHint: { zh: '请电话咨询窗口。', en: 'Please call the window.' },
} as const

/** S2-006 when and where the window receives, for everybody. */
export function HoursPage() {
  const words = useWords({ ...pageWords, ...hoursWords })
  const word = useWord()
  const read = useRead(hoursDoor, {})
  return (
    <div className="window-hours">
      <Loaded read={read}>
        {(view) => (
          <>
            <PageHead
              title={words.hoursTitle}
              tag={<DutyChip duty="S2-006" />}
              hint={words.hint}
              facts={[
                { label: words.hours, value: word(view.words) },
                { label: words.address, value: view.address },
                { label: words.phone, value: view.phone },
              ]}
            />
            <NextDays view={view} />
            <Section title={words.bring}>
              <ul className="window-points">
                <li>{words.steps}</li>
                <li>{words.noBooking}</li>
                <li>{words.receipt}</li>
              </ul>
            </Section>
          </>
        )}
      </Loaded>
    </div>
  )
}

function NextDays({ view }: { view: z.infer<typeof hoursView> }) {
  const words = useWords({ ...pageWords, ...hoursWords })
  const word = useWord()
  const { language } = useLanguage()
  const named = (day: string) => `${showDay(day, language)} ${showWeekday(day, language)}`
  if (view.days.length === 0) return <EmptyState title={words.none} hint={words.noneHint} />
  return (
    <Section title={words.days}>
      <ul className="window-days">
        {view.days.map(({ day, from, to, provisional }) => (
          <li key={day}>
            <b>{named(day)}</b>
            <span>
              {from}
              {'–'}
              {to}
            </span>
            {day === view.today && <span className="window-mark">{words.today}</span>}
            {provisional && (
              <span className="window-mark" title={words.provisionalWhy}>
                {words.provisional}
              </span>
            )}
          </li>
        ))}
      </ul>
      {view.closed.length > 0 && (
        <p className="quiet">
          {words.closedDays}
          {'：'}
          {view.closed.map(({ day, reason }) => `${named(day)}（${word(reason)}）`).join('、')}
        </p>
      )}
    </Section>
  )
}
