import type { Day } from '#frame/calendar/day.ts'
import { beijingInstant } from './slots.ts'

/** One booking as a calendar takes it. */
export interface CalendarEntry {
  /** Stays the same when the booking moves, so that a calendar moves it too. */
  uid: string
  /** Raised by every change. */
  sequence: number
  day: Day
  from: string
  to: string
  title: string
  place: string
  text: string
  /** Opens the page of the booking. */
  url: string
  madeAt: Date
  cancelled: boolean
}

/**
 * A calendar file of one booking after RFC 5545: times in UTC, lines ended by CRLF and folded at 75 octets,
 * texts escaped, and an alarm two hours before.
 */
export function calendarFile(entry: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lianguan//Window//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${stamp(entry.madeAt)}`,
    `DTSTART:${stamp(beijingInstant(entry.day, entry.from))}`,
    `DTEND:${stamp(beijingInstant(entry.day, entry.to))}`,
    `SUMMARY:${escaped(entry.title)}`,
    `LOCATION:${escaped(entry.place)}`,
    `DESCRIPTION:${escaped(entry.text)}`,
    `URL:${entry.url}`,
    `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(entry.title)}`,
    'TRIGGER:-PT2H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

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
