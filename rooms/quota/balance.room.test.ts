import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as fc from 'fast-check'
import { licenceStand, type LicenceStand } from '#checks/samples/licence-stand.ts'
import { seed, sizes } from '#checks/sizes.ts'
import { newId } from '#frame/kernel/id.ts'
import { Refused } from '#frame/kernel/reason.ts'
import { post, type Change } from './balance.ts'
import { balances, confirm, permitOf, request } from './test-permits.ts'

let stand: LicenceStand
before(async () => void (stand = await licenceStand()))
after(() => stand.close())

/** What the house should hold: each line's balance and what is asked for and not yet confirmed. */
interface Model {
  lines: Record<number, { approved: number; reserved: number; used: number }>
  open: { id: string; asked: Record<number, number> }[]
}
interface Real {
  permit: string
}
type Step = fc.AsyncCommand<Model, Real>

const kept = (model: Model) => Object.values(model.lines).map((l) => [l.reserved, l.used])

const asking = (asked: Record<number, number>): Step => ({
  toString: () => `ask ${JSON.stringify(asked)}`,
  check: () => true,
  async run(model, { permit }) {
    const usedUp = Object.values(model.lines).every((l) => l.used === l.approved)
    const fits = Object.entries(asked).every(([n, q]) => {
      const line = model.lines[Number(n)]!
      return q <= line.approved - line.reserved - line.used
    })
    const done = await request(stand, permit, asked)
    assert.equal(done.status, fits && !usedUp ? 200 : 422)
    if (done.status === 200) {
      for (const [n, q] of Object.entries(asked)) model.lines[Number(n)]!.reserved += q
      model.open.push({ id: done.id, asked })
    }
    assert.deepEqual(await balances(stand, permit), kept(model))
  },
})

const confirming = (which: number, share: number): Step => ({
  toString: () => `confirm ${which} with ${share}`,
  check: ({ open }) => open.length > 0,
  async run(model, { permit }) {
    const at = which % model.open.length
    const { id, asked } = model.open[at]!
    // from nothing found to a fifth more than asked
    const found = Object.fromEntries(
      Object.entries(asked).map(([n, q]) => [n, Math.round(q * share)]),
    )
    const nothing = Object.values(found).every((q) => q === 0)
    const above = Object.entries(asked).some(([n, q]) => found[n]! > q)
    const done = await confirm(stand, id, found)
    assert.equal(done.status, nothing || above ? 422 : 200)
    if (done.status === 200) {
      model.open.splice(at, 1)
      for (const [n, q] of Object.entries(asked)) {
        model.lines[Number(n)]!.reserved -= q
        model.lines[Number(n)]!.used += found[n]!
      }
    }
    assert.deepEqual(await balances(stand, permit), kept(model))
  },
})

const quantity = fc.integer({ min: 1, max: 6 })
const asks = fc
  .oneof(
    quantity.map((q) => ({ 1: q })),
    quantity.map((q) => ({ 2: q })),
    fc.tuple(quantity, quantity).map(([a, b]) => ({ 1: a, 2: b })),
  )
  .map((asked) => asking(asked))
const confirms = fc
  .tuple(fc.nat(), fc.double({ min: 0, max: 1.2, noNaN: true }))
  .map(([which, share]) => confirming(which, share))

test('whatever is asked and found, balances are the sum of movements and what a simple model says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands([asks, confirms], { maxCommands: 14 }), (steps) =>
      fc.asyncModelRun(async () => {
        const permit = await permitOf(stand)
        const line = (approved: number) => ({ approved, reserved: 0, used: 0 })
        return { model: { lines: { 1: line(10), 2: line(5) }, open: [] }, real: { permit } }
      }, steps),
    ),
    { numRuns: Math.ceil(sizes.properties / 4), seed },
  )
})

test('sixteen writers at once never overdraw a line, whatever they read before', async () => {
  for (let round = 0; round < 4; round += 1) {
    const permitId = await permitOf(stand, {
      lines: [{ nameZh: '人血清', nameEn: '', specification: '', packUnit: '管', approved: 40 }],
    })
    const writers = Array.from({ length: 16 }, (_, n) => 1 + ((n * 7 + round) % 9))
    const change = (quantity: number): Change => ({
      unitId: stand.unitId,
      permitId,
      n: 1,
      writeOffId: newId(),
      kind: 'reserve',
      quantity,
    })
    const at = stand.t.house.clock.now()
    const done = await Promise.allSettled(
      writers.map((q) =>
        stand.t.house.db.transaction().execute((tx) => post(tx, [change(q)], at, newId())),
      ),
    )
    const taken = writers.filter((_, n) => done[n]?.status === 'fulfilled')
    const sum = taken.reduce((a, b) => a + b, 0)
    assert.ok(sum <= 40)
    // whoever was refused would really have passed the balance
    const left = 40 - sum
    for (const [n, result] of done.entries())
      if (result.status === 'rejected') {
        assert.ok(result.reason instanceof Refused)
        assert.ok(writers[n]! > left)
      }
    assert.deepEqual(await balances(stand, permitId), [[sum, 0]])
  }
})

test('sixteen requests over HTTP at once: none is above the balance, none is lost, stale ones say so', async () => {
  const permit = await permitOf(stand, { number: '并发' })
  const answers = await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (;;) {
        const done = await request(stand, permit, { 1: 1, 2: 1 })
        if (done.status !== 409) return done
        assert.deepEqual(done.codes, ['stale'])
      }
    }),
  )
  assert.equal(answers.filter((a) => a.status === 200).length, 5, 'line 2 has five')
  assert.ok(answers.every((a) => a.status === 200 || a.codes.join() === 'above-balance'))
  assert.deepEqual(await balances(stand, permit), [
    [5, 0],
    [5, 0],
  ])
})

test('one confirmation of several at the same moment counts', async () => {
  const permit = await permitOf(stand)
  const { id } = await request(stand, permit, { 1: 4 })
  const answers = await Promise.all([4, 3, 2, 4].map((q) => confirm(stand, id, { 1: q })))
  assert.equal(answers.filter((a) => a.status === 200).length, 1)
  const [[reserved, used] = []] = await balances(stand, permit)
  assert.equal(reserved, 0)
  assert.ok(used! >= 2 && used! <= 4)
})
