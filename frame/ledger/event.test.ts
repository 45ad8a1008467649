import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { sizes } from '#checks/sizes.ts'
import { canonicalJson, eventBytes, eventLeaf, type EventFacts } from './event.ts'
import { hashAt, liftPersonal, personal, personalHash } from './personal.ts'

const facts: EventFacts = {
  id: '01920000-0000-7000-8000-000000000001',
  at: new Date('2026-03-02T01:02:03.004Z'),
  actor: { kind: 'person', accountId: '01920000-0000-7000-8000-000000000002' },
  act: 'licence.submit',
  subject: { kind: 'licence', id: '01920000-0000-7000-8000-000000000003' },
  unitId: null,
  body: { to: 'submitted', 数量: 500, from: 'draft' },
  salt: Buffer.alloc(16),
}

test('the bytes of an event are fixed: keys sorted, no spaces, UTF-8', () => {
  assert.equal(
    eventBytes(facts).toString(),
    '{"act":"licence.submit","actor":{"account":"01920000-0000-7000-8000-000000000002","kind":"person"},' +
      '"at":"2026-03-02T01:02:03.004Z","body":{"from":"draft","to":"submitted","数量":500},' +
      '"id":"01920000-0000-7000-8000-000000000001","salt":"AAAAAAAAAAAAAAAAAAAAAA",' +
      '"subject":{"id":"01920000-0000-7000-8000-000000000003","kind":"licence"},"unit":null,"v":1}',
  )
})

test('the leaf is SHA-256(0x00 ‖ SHA-256(event bytes))', () => {
  const bytes = eventBytes(facts)
  const entry = createHash('sha256').update(bytes).digest()
  const leaf = createHash('sha256').update(Buffer.of(0)).update(entry).digest()
  assert.deepEqual(eventLeaf(bytes), leaf)
})

test('the RFC 8785 example of numbers, strings and order is spelt as the RFC spells it', () => {
  const value = {
    numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  }
  assert.equal(
    canonicalJson(value),
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
  const order = {
    '\u20ac': 1,
    '\r': 2,
    '\ufb33': 3,
    '1': 4,
    '\ud83d\ude00': 5,
    '\u0080': 6,
    '\u00f6': 7,
  }
  assert.match(canonicalJson(order), /^\{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3\}$/)
})

test('writing what was read gives the same bytes, for any JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      assert.equal(canonicalJson(JSON.parse(text)), text)
    }),
    { numRuns: sizes.properties },
  )
  assert.throws(() => canonicalJson({ n: Number.NaN }))
  assert.throws(() => canonicalJson({ n: '\ud800' }))
  assert.throws(() => canonicalJson(undefined), TypeError)
})

test('personal data stands in an event only as a salted hash, at any depth', () => {
  const { body, lifted } = liftPersonal(
    {
      when: facts.at,
      people: [{ 'a/b~c': personal('王小明') }, { phone: personal('13900000001') }],
    },
    '/body',
  )
  const event = { body }
  assert.ok(!canonicalJson(event).includes('王小明'))
  assert.deepEqual(
    lifted.map((l) => [l.pointer, l.value]),
    [
      ['/body/people/0/a~1b~0c', '王小明'],
      ['/body/people/1/phone', '13900000001'],
    ],
  )
  for (const { pointer, salt, value } of lifted)
    assert.equal(hashAt(event, pointer), personalHash(salt, value))
  assert.match(canonicalJson(event), /"when":"2026-03-02T01:02:03.004Z"/)
})

test('the same person twice has two hashes, so that events cannot be linked or guessed', () => {
  const { lifted } = liftPersonal([personal('王小明'), personal('王小明')], '')
  const [a, b] = lifted.map((l) => personalHash(l.salt, l.value))
  assert.notEqual(a, b)
  assert.equal(hashAt({ x: null }, '/x/y'), undefined)
  assert.equal(hashAt({ x: 5 }, '/x'), undefined)
})
