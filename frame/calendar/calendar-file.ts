import { addDays, type Day } from './day.ts'

/** One event as a calendar program takes it. */
export interface CalendarEntry {
  /** Stays the same when the event moves, so that a calendar moves it too. */
  uid: string
  /** Raised by every change. */
  sequence: number
  /** From one instant to another, or a whole legal day. */
  when: { from: Date; to: Date } | Day
  title: string
  place?: string
  text: string
  /** Opens the page of it. */
  url: string
  madeAt: Date
  cancelled?: boolean
  /** How long before it to remind, as RFC 5545 3.3.6 writes it: `PT2H`, `P30D`. */
  remind: string
}

/**
 * A calendar file after RFC 5545: times in UTC, whole days as days, lines ended by CRLF and folded at 75
 * octets, texts escaped, and an alarm before each event.
 */
export function calendarFile(entries: readonly CalendarEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lianguan//Calendar//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...entries.flatMap(eventOf),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventOf(entry: CalendarEntry): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${stamp(entry.madeAt)}`,
    ...timesOf(entry.when),
    `SUMMARY:${escaped(entry.title)}`,
    ...(entry.place ? [`LOCATION:${escaped(entry.place)}`] : []),
    `DESCRIPTION:${escaped(entry.text)}`,
    `URL:${entry.url}`,
    `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(entry.title)}`,
    `TRIGGER:-${entry.remind}`,
    'END:VALARM',
    'END:VEVENT',
  ]
}

/** A whole day ends where the next begins (3.6.1), and keeps nobody from being free. */
function timesOf(when: CalendarEntry['when']): string[] {
  if (typeof when !== 'string') return [`DTSTART:${stamp(when.from)}`, `DTEND:${stamp(when.to)}`]
  return [
    `DTSTART;VALUE=DATE:${plainDay(when)}`,
    `DTEND;VALUE=DATE:${plainDay(addDays(when, 1))}`,
    'TRANSP:TRANSPARENT',
  ]
}

/** 20261126 */
const plainDay = (day: Day) => day.replaceAll('-', '')

/** 20261126T053000Z */
const stamp = (at: Date) =>
  at
    .toISOString()
    .replaceAll(/[-:]/g, '')
    .replace(/\.\d{3}/, '')

/** RFC 5545 3.3.11 */
const escaped = (text: string) =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r?\n/g, '\\n')

const most = 75

/** RFC 5545 3.1: a line of more than 75 octets goes on after a space; no character is cut in two. */
function folded(line: string): string {
  const out: string[] = []
  let here = ''
  let room = most
  for (const char of line) {
    const octets = Buffer.byteLength(char)
    if (octets > room) {
      out.push(here)
      here = ''
      // the space at the head of the line counts
      room = most - 1
    }
    here += char
    room -= octets
  }
  return [...out, here].join('\r\n ')
}
