import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { serumForm } from '#checks/samples/licence-facts.ts'
import { inTenThousandDollars, moneyFaults } from './money.ts'

const today = '2026-11-23'

test('S2-154 the total value in 万美元 has four decimals, at the rate of the day', () => {
  // 12,500.00 pounds at 1.3125 dollars
  assert.equal(inTenThousandDollars(serumForm), '1.6406')
  assert.equal(inTenThousandDollars({ currency: 'USD', amount: '8' }), '0.0008')
  assert.equal(inTenThousandDollars({ currency: 'USD', amount: '12345678.90' }), '1234.5679')
  assert.equal(
    inTenThousandDollars({ currency: 'JPY', amount: '1000000', rate: '0.0067' }),
    '0.6700',
  )
})

test('while amount, currency or rate is missing or no number, nothing is shown', () => {
  assert.equal(inTenThousandDollars({ amount: '8' }), null)
  assert.equal(inTenThousandDollars({ currency: 'USD', amount: '1,000' }), null)
  assert.equal(inTenThousandDollars({ currency: 'EUR', amount: '8' }), null)
})

test('S2-154 a value in dollars never depends on a rate and keeps its order', () => {
  const cents = fc.integer({ min: 1, max: 99_999_999_999 })
  fc.assert(
    fc.property(cents, cents, (a, b) => {
      const shown = (n: number) =>
        Number(inTenThousandDollars({ currency: 'USD', amount: (n / 100).toFixed(2) }))
      assert.ok(Math.abs(shown(a) * 10_000 - a / 100) <= 0.500001)
      assert.equal(shown(Math.max(a, b)) >= shown(Math.min(a, b)), true)
    }),
  )
})

test('an amount of nothing, a rate of nothing and a rate of tomorrow are pointed out', () => {
  const at = (over: object) => moneyFaults({ ...serumForm, ...over }, today).map((r) => r.at)
  assert.deepEqual(at({}), [])
  assert.deepEqual(at({ amount: '0.00' }), ['amount'])
  assert.deepEqual(at({ amount: '12.345' }), ['amount'])
  assert.deepEqual(at({ rate: '0' }), ['rate'])
  assert.deepEqual(at({ rateDay: '2026-11-24' }), ['rateDay'])
  assert.deepEqual(at({ currency: 'USD', rate: 'x', rateDay: '2026-11-24' }), [])
})
