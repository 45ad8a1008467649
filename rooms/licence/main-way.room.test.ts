import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  licenceStand,
  toGrant,
  type LicenceStand,
  type Who,
} from '#checks/samples/licence-stand.ts'
import { strainForm } from '#checks/samples/licence-facts.ts'
import { drainJobs } from '#frame/jobs/drain.ts'
import type { z } from 'zod'
import type { permitDoor, writeOffDoor } from '#rooms/quota/doors.ts'

let stand: LicenceStand
before(async () => void (stand = await licenceStand()))
after(() => stand.close())

const titlesFor = async (who: Who) => {
  const inbox = await stand.t.as(stand.people[who]).get('/api/inbox?size=50')
  assert.equal(inbox.statusCode, 200, inbox.body)
  return inbox.json<{ rows: { title: { zh: string } }[] }>().rows.map((n) => n.title.zh)
}
const read = async <D extends { reply: z.ZodType }>(who: Who, url: string) => {
  const answer = await stand.t.as(stand.people[who]).get(url)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<z.output<D['reply']>>()
}

test('S2-012 S2-039 a class-2 strain for a laboratory of too low a level is refused with facts and remedies', async () => {
  stand.on('2026-11-23')
  const id = await stand.draft(strainForm)
  await stand.do('operator', id, 'submit')
  await stand.do('window', id, 'accept')
  assert.deepEqual(
    (await stand.see('first', id)).warnings.map((w) => w.code),
    ['laboratory-too-low'],
  )
  assert.deepEqual(await stand.refusal('first', id, 'propose', toGrant), ['laboratory-too-low'])
  await stand.do('first', id, 'propose', { ...toGrant, conclusion: 'refuse' })
  assert.deepEqual(await stand.refusal('second', id, 'grant'), [
    'proposed-refusal',
    'laboratory-too-low',
  ])
  await stand.do('second', id, 'refuse', {
    facts: '拟在 BSL-2 实验室培养炭疽芽孢杆菌',
    reasons: '生物安全控制能力与物品不相适应',
    basis: '《中华人民共和国行政许可法》第三十八条',
  })
  await drainJobs(stand.t.house)
  const refused = await stand.see('operator', id)
  assert.equal(refused.status, 'refused')
  assert.equal(refused.permitId, null)
  assert.deepEqual(
    refused.papers.map((p) => [p.kind, p.status]),
    [
      ['licence.acceptance', 'issued'],
      ['licence.refusal', 'issued'],
    ],
  )
  assert.ok((await titlesFor('operator')).includes(`${refused.number}：不予许可`))
})

test('human serum goes from draft to a confirmed write-off through five persons, with papers and notices', async () => {
  stand.on('2026-11-23')
  const id = await stand.draft()
  assert.deepEqual((await stand.see('operator', id)).problems, [])
  await stand.do('operator', id, 'submit')
  const { number } = await stand.see('window', id)
  assert.match(number ?? '', /^TS2026-\d{6}$/)
  assert.ok((await titlesFor('window')).some((t) => t.includes(number!)))

  stand.on('2026-11-24')
  await stand.do('window', id, 'accept')
  // S2-043 twenty working days after 11-24
  assert.equal((await stand.see('operator', id)).clock?.projection.dueDay, '2026-12-22')
  assert.ok((await titlesFor('operator')).includes(`${number}：申请已受理`))
  assert.ok((await titlesFor('first')).some((t) => t.includes('初审')))

  stand.on('2026-11-26')
  const seen = await stand.see('first', id)
  assert.equal(seen.proposedGrade?.grade, 'A')
  assert.deepEqual(seen.codeWords['country']?.zh, '英国')
  assert.deepEqual(seen.codeWords['port']?.zh, '首都国际机场口岸')
  await stand.do('first', id, 'propose', toGrant)
  assert.ok((await titlesFor('second')).some((t) => t.includes('复核')))

  stand.on('2026-11-30')
  await stand.do('second', id, 'grant')
  await drainJobs(stand.t.house)
  const granted = await stand.see('operator', id)
  assert.equal(granted.status, 'granted')
  assert.equal(granted.clock?.projection.state, 'ended')
  assert.deepEqual(
    granted.papers.map((p) => [p.title, p.status]),
    [
      ['受理凭证', 'issued'],
      ['入境特殊物品卫生检疫审批单', 'issued'],
    ],
  )
  for (const paper of granted.papers) {
    const file = await stand.t.as(stand.people.operator).get(`/api/papers/${paper.id}/file`)
    assert.equal(file.statusCode, 200)
    assert.equal(file.rawPayload.subarray(0, 5).toString(), '%PDF-')
  }
  // applicants see roles, not names
  assert.deepEqual([...new Set(granted.steps.map((s) => s.name))], [null])
  assert.deepEqual(
    granted.steps.map((s) => s.role.zh),
    ['单位经办人', '海关窗口受理岗', '海关初审岗', '海关复核岗'],
  )
  // the product's own words read in English too
  const [, accepted] = granted.steps
  assert.equal(accepted?.role.en, 'Customs window')
  assert.match(accepted?.notePublic?.en ?? '', /^Complete/)

  const permitUrl = `/api/permits/${granted.permitId}`
  const permit = await read<typeof permitDoor>('operator', permitUrl)
  // 160号令 14: grade A, three months from 2026-11-30, once
  assert.equal(permit.validThrough, '2027-02-28')
  assert.equal(permit.inBatches, false)
  assert.deepEqual(
    permit.lines.map((l) => [l.approved, l.available, l.packUnit]),
    [[10, 10, '管']],
  )

  stand.on('2026-12-15')
  const asked = await stand.t.as(stand.people.operator).post(`${permitUrl}/write-offs`, {
    version: permit.version,
    port: 'PEK',
    plannedDay: '2026-12-20',
    transport: '航空运输，干冰',
    lines: [{ n: 1, requested: 10, batchNo: 'NB2611' }],
  })
  assert.equal(asked.statusCode, 200, asked.body)
  const writeOffUrl = `/api/write-offs/${asked.json<{ id: string }>().id}`
  assert.ok((await titlesFor('port')).some((t) => t.startsWith('核销申请')))

  stand.on('2026-12-20')
  const before = await read<typeof writeOffDoor>('port', writeOffUrl)
  assert.equal(before.port.zh, '首都国际机场口岸')
  const confirmed = await stand.t.as(stand.people.port).post(`${writeOffUrl}/confirm`, {
    version: before.version,
    lines: [{ n: 1, actual: 9 }],
    note: '一管破损',
  })
  assert.equal(confirmed.statusCode, 200, confirmed.body)
  await drainJobs(stand.t.house)
  const done = await read<typeof permitDoor>('operator', permitUrl)
  assert.equal(done.status, 'used-up')
  assert.deepEqual(
    done.lines.map((l) => [l.reserved, l.used, l.available]),
    [[0, 9, 0]],
  )
  assert.deepEqual(
    done.movements.map((m) => [m.kind, m.quantity]),
    [
      ['reserve', 10],
      ['consume', 9],
      ['release', 1],
    ],
  )
  const after = await read<typeof writeOffDoor>('operator', writeOffUrl)
  assert.deepEqual(
    after.papers.map((p) => p.status),
    ['issued'],
  )
  assert.ok(
    (await titlesFor('operator')).some((t) => t.startsWith('核销 ') && t.endsWith('已确认')),
  )
})
