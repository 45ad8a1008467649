import { isDay, type Day } from './day.ts'
import { englishOf } from './holiday-names.ts'
import type { YearNotice } from './year-notice.ts'

/** What could be read out of a pasted notice; what could not is left out and named in `unread`. */
export interface ReadNotice {
  year: number | null
  title: string | null
  number: string | null
  issuedOn: Day | null
  holidays: YearNotice['holidays']
  /** Paragraphs that begin like a holiday's but could not be understood. */
  unread: string[]
}

const numeral = '[一二三四五六七八九十]+'
const dayPattern = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日/g

/**
 * Reads the text of the State Council's yearly notice, as one pastes it from the web:
 * "二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）…上班。"
 * The person checks the result; nothing is taken over unseen.
 */
export function readNoticeText(text: string): ReadNotice {
  // Brackets hold weekdays, lunar dates and advice ("除夕（2月9日）休息"), never the order itself.
  const plain = text.replace(/[（(][^）)]*[）)]/g, '').replace(/[ \t　]+/g, '')
  const year = Number(/关于(\d{4})年/.exec(plain)?.[1]) || null
  const paragraphs = plain.split(new RegExp(`(?:^|\\n|。)${numeral}、`)).slice(1)
  const unread: string[] = []
  const holidays = paragraphs.flatMap((paragraph) => {
    const holiday = readHoliday(paragraph, year)
    if (!holiday) unread.push(paragraph.trim().slice(0, 80))
    return holiday ?? []
  })
  const title =
    /国务院办公厅关于\d{4}年\s*[^\n。，]*?通知/.exec(plain)?.[0].replace(/\s/g, '') ?? null
  const number = /国办发[^\s，。]*?〔\d{4}〕\d+号/.exec(plain)?.[0] ?? null
  return { year, title, number, issuedOn: signedOn(plain), holidays, unread }
}

function readHoliday(
  paragraph: string,
  year: number | null,
): YearNotice['holidays'][number] | null {
  const [, name, rest] = /^([^：:\d]{2,20})[：:]([^]*)$/.exec(paragraph.trim()) ?? []
  if (name === undefined || rest === undefined || year === null) return null
  const sentences = rest.split(/[。\n]/)
  const off = daysIn(sentences.find((s) => s.includes('放假'))?.split('放假')[0] ?? '', year)
  const work = sentences
    .filter((s) => s.includes('上班') && !s.includes('放假'))
    .flatMap((s) => daysIn(s, year))
  const [from] = off
  const to = off.at(-1)
  if (from === undefined || to === undefined || off.length > 2) return null
  return { name, nameEn: englishOf(name), from, to, work }
}

// "10月1日至8日": a day without month or year has those of the day before it.
function daysIn(text: string, noticeYear: number): Day[] {
  let year = noticeYear
  let month = 0
  const days: Day[] = []
  for (const match of text.matchAll(dayPattern)) {
    year = Number(match[1] ?? year)
    month = Number(match[2] ?? month)
    const day = `${year}-${pad(String(month))}-${pad(match[3])}`
    if (isDay(day)) days.push(day)
  }
  return days
}

// The day under the signature stands alone on its line, or at the very end.
function signedOn(plain: string): Day | null {
  const match = [...plain.matchAll(/国务院办公厅\s*(\d{4})年(\d{1,2})月(\d{1,2})日/g)].at(-1)
  if (!match) return null
  const day = `${match[1]}-${pad(match[2])}-${pad(match[3])}`
  return isDay(day) ? day : null
}

function pad(digits: string | undefined): string {
  return (digits ?? '').padStart(2, '0')
}
