import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as fc from 'fast-check'
import { seed, sizes } from '#checks/sizes.ts'
import { startSmsProvider, type SmsProvider } from '#checks/sms-provider.ts'
import { checkedUrl, isGlobal, OutboundFailed, postJson } from './outbound.ts'

let provider: SmsProvider
before(async () => {
  provider = await startSmsProvider()
})
after(() => provider.close())

test('only https on port 443 leaves this machine, and no password in the address', () => {
  assert.equal(checkedUrl('https://sms.example.cn/send').hostname, 'sms.example.cn')
  for (const bad of [
    'http://sms.example.cn/',
    'https://sms.example.cn:8443/',
    'https://user:pass@sms.example.cn/',
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'sms.example.cn',
    '',
  ])
    assert.throws(() => checkedUrl(bad), OutboundFailed, bad)
})

test('this very machine may be spoken to plainly, under each of its names', () => {
  for (const own of [
    'http://127.0.0.1:8080/',
    'http://localhost:8080/',
    'http://[::1]:8080/',
    'https://127.0.0.1:8443/',
  ])
    assert.ok(checkedUrl(own), own)
})

test('private, shared, link-local, mapped and reserved addresses are not public', () => {
  const closed = `0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.8
    192.168.1.1 198.18.0.1 203.0.113.7 224.0.0.1 255.255.255.255 :: ::1 ::ffff:10.0.0.1 ::ffff:8.8.8.8
    64:ff9b::7f00:1 fe80::1 fc00::1 fd12::1 2001::1 2001:db8::1 2002:7f00:1:: ff02::1 example.cn 1.2.3`
  for (const address of closed.split(/\s+/)) assert.equal(isGlobal(address), false, address)
  for (const address of [
    '8.8.8.8',
    '223.5.5.5',
    '172.32.0.1',
    '100.128.0.1',
    '2400:3200::1',
    '2606:4700::1111',
  ])
    assert.equal(isGlobal(address), true, address)
})

test('every way to write a private IPv4 address in a URL is seen through', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(10, 127, 0),
      fc.nat(255),
      fc.nat(255),
      fc.nat(255),
      (a, b, c, d) => {
        const number = ((a * 256 + b) * 256 + c) * 256 + d
        for (const host of [
          `${number}`,
          `0x${number.toString(16)}`,
          `${a}.${b}.${c * 256 + d}`,
          `0${a.toString(8)}.${b}.${c}.${d}`,
        ])
          assert.equal(isGlobal(new URL(`https://${host}/`).hostname), false, host)
      },
    ),
    { numRuns: sizes.properties, seed },
  )
})

const mixed = async () => [
  { address: '223.5.5.5', family: 4 },
  { address: '10.0.0.5', family: 4 },
]

test('a name is refused when any of its addresses is not public, and when it has none', async () => {
  const target = { url: 'https://sms.example.cn/', headers: {}, body: {} }
  await assert.rejects(postJson(target, mixed), /not a public address/)
  await assert.rejects(
    postJson(target, async () => []),
    /not a public address/,
  )
  await assert.rejects(
    postJson(target, () => Promise.reject(new Error('ENOTFOUND'))),
    (error: unknown) => error instanceof OutboundFailed && !error.sent,
  )
})

test('the connection goes to the checked address, not to what a second look-up would say', async () => {
  let asked = 0
  const once = async () => {
    asked += 1
    return [{ address: '127.0.0.1', family: 4 }]
  }
  const port = new URL(provider.url).port
  const reply = await postJson(
    { url: `http://localhost:${port}/send`, headers: {}, body: { a: 1 } },
    once,
  )
  assert.deepEqual([reply.status, asked], [200, 1])
})

test('when the last step before sending fails, nothing has been sent', async () => {
  const calls = provider.calls.length
  const request = {
    url: provider.url,
    headers: {},
    body: {},
    beforeSend: () => Promise.reject(new Error('claim lost')),
  }
  await assert.rejects(postJson(request), (e: unknown) => e instanceof OutboundFailed && !e.sent)
  assert.equal(provider.calls.length, calls)
})
