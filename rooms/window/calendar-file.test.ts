import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarFile } from './calendar-file.ts'

const entry = {
  uid: 'v@lianguan',
  sequence: 3,
  day: '2026-11-26',
  from: '14:00',
  to: '14:30',
  title: '窗口交验登记材料（特登〔2026〕1号）',
  place: '北京市示范区示范路 1 号；特殊物品业务窗口, 一层',
  text: '请带原件\n和加盖公章的复印件，清单见预约页面，清单见预约页面，清单见预约页面。',
  url: 'https://example.cn/window/book/1',
  madeAt: new Date('2026-11-23T02:00:00.123Z'),
  cancelled: false,
}

test('a booking as a calendar file: Beijing times in UTC, one event that moves when it is rebooked', () => {
  const file = calendarFile(entry)
  for (const line of [
    'BEGIN:VCALENDAR',
    'UID:v@lianguan',
    'SEQUENCE:3',
    'DTSTAMP:20261123T020000Z',
    'DTSTART:20261126T060000Z',
    'DTEND:20261126T063000Z',
    'STATUS:CONFIRMED',
    'END:VCALENDAR',
  ])
    assert.ok(file.split('\r\n').includes(line), line)
  assert.match(calendarFile({ ...entry, cancelled: true }), /STATUS:CANCELLED/)
})

test('RFC 5545: lines end in CRLF, none has more than 75 octets, texts are escaped and come back whole', () => {
  const file = calendarFile(entry)
  assert.ok(file.endsWith('\r\n'))
  assert.equal(file.replaceAll('\r\n', '').includes('\n'), false)
  for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  const whole = file.replaceAll('\r\n ', '')
  assert.ok(whole.includes(String.raw`LOCATION:北京市示范区示范路 1 号；特殊物品业务窗口\, 一层`))
  assert.ok(whole.includes(String.raw`DESCRIPTION:请带原件\n和加盖公章的复印件`))
})
