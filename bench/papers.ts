// Time of one real paper (受理凭证): set, signed, kept and entered in the ledger; the first one starts the
// typesetter. Prints figures; asserts nothing.
import { licenceStand } from '#checks/samples/licence-stand.ts'
import { newId } from '#frame/kernel/id.ts'
import { makePaper } from '#frame/papers/make-job.ts'

const papers = 20
const stand = await licenceStand()
try {
  for (let n = 0; n < papers; n += 1) {
    const id = await stand.draft()
    await stand.do('operator', id, 'submit')
    await stand.do('window', id, 'accept')
  }
  const { house } = stand.t
  const planned = await house.db.selectFrom('paper').select(['unit_id', 'id']).execute()
  const times: number[] = []
  for (const { unit_id: unitId, id: paperId } of planned) {
    const began = performance.now()
    const run = { id: newId(), attempt: 1, last: true, signal: new AbortController().signal }
    await makePaper.run(house, { unitId, paperId }, run)
    times.push(performance.now() - began)
  }
  const made = await house.db
    .selectFrom('paper_state')
    .select('id')
    .where('status', '=', 'issued')
    .execute()
  const [cold = 0, ...warm] = times
  warm.sort((a, b) => a - b)
  console.log(
    `paper, one page, signed and proven (${made.length} of ${papers} made): first ${cold.toFixed(0)} ms, later median ${warm[Math.floor(warm.length / 2)]!.toFixed(0)} ms, worst ${warm.at(-1)!.toFixed(0)} ms`,
  )
} finally {
  await stand.close()
}
