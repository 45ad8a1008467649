import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarFile, type CalendarEntry } from './calendar-file.ts'

const entry: CalendarEntry = {
  uid: 'v@lianguan',
  sequence: 3,
  when: { from: new Date('2026-11-26T14:00+08:00'), to: new Date('2026-11-26T14:30+08:00') },
  title: '窗口交验登记材料（特登〔2026〕1号）',
  place: '北京市示范区示范路 1 号；特殊物品业务窗口, 一层',
  text: '请带原件\n和加盖公章的复印件，清单见预约页面，清单见预约页面，清单见预约页面。',
  url: 'https://example.cn/window/book/1',
  madeAt: new Date('2026-11-23T02:00:00.123Z'),
  remind: 'PT2H',
}

test('a booking as a calendar file: Beijing times in UTC, one event that moves when it is rebooked', () => {
  const file = calendarFile([entry])
  for (const line of [
    'BEGIN:VCALENDAR',
    'UID:v@lianguan',
    'SEQUENCE:3',
    'DTSTAMP:20261123T020000Z',
    'DTSTART:20261126T060000Z',
    'DTEND:20261126T063000Z',
    'STATUS:CONFIRMED',
    'TRIGGER:-PT2H',
    'END:VCALENDAR',
  ])
    assert.ok(file.split('\r\n').includes(line), line)
  assert.match(calendarFile([{ ...entry, cancelled: true }]), /STATUS:CANCELLED/)
})

test('RFC 5545: lines end in CRLF, none has more than 75 octets, texts are escaped and come back whole', () => {
  const file = calendarFile([entry])
  assert.ok(file.endsWith('\r\n'))
  assert.equal(file.replaceAll('\r\n', '').includes('\n'), false)
  for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  const whole = file.replaceAll('\r\n ', '')
  assert.ok(whole.includes(String.raw`LOCATION:北京市示范区示范路 1 号；特殊物品业务窗口\, 一层`))
  assert.ok(whole.includes(String.raw`DESCRIPTION:请带原件\n和加盖公章的复印件`))
})

test('a whole day is a day, without hours and without a zone, and several events stand in one file', () => {
  const day = { ...entry, uid: 'd@lianguan', when: '2026-12-31', remind: 'P30D' }
  const lines = calendarFile([entry, day]).split('\r\n')
  for (const line of [
    'DTSTART;VALUE=DATE:20261231',
    'DTEND;VALUE=DATE:20270101',
    'TRANSP:TRANSPARENT',
    'TRIGGER:-P30D',
  ])
    assert.ok(lines.includes(line), line)
  assert.equal(lines.filter((line) => line === 'BEGIN:VEVENT').length, 2)
  assert.equal(lines.filter((line) => line === 'BEGIN:VCALENDAR').length, 1)
})
