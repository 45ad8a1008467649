import { portName } from '#frame/catalogue/read-bodies.ts'
import { settingsOn } from '#frame/catalogue/stored-settings.ts'
import { identityOf } from '#frame/catalogue/unit-identity.ts'
import type { Tx } from '#frame/db/connect.ts'
import type { DecideContext } from '#frame/kernel/act.ts'
import type { PaperRequest } from '#frame/papers/issue.ts'
import { customsIssuer } from '#frame/papers/issuer.ts'
import type { AskedLine, WriteOffFacts } from './facts.ts'
import { quotaPapers } from './papers/papers.ts'

/** Facts of the write-off confirmation (S2-041), frozen when the port confirms. */
export async function confirmationFacts(
  tx: Tx,
  facts: WriteOffFacts,
  said: { lines: readonly { n: number; actual: number }[]; note: string },
  ctx: DecideContext,
): Promise<PaperRequest<typeof quotaPapers.writeOff.facts>> {
  const { permit, subject } = facts
  const unit = await tx
    .selectFrom('unit')
    .select(['name_zh', 'uscc', 'person_document'])
    .where('id', '=', subject.unitId)
    .executeTakeFirstOrThrow()
  const { codeName, code } = identityOf(unit)
  const asked = await tx
    .selectFrom('write_off')
    .innerJoin('permit', (j) =>
      j
        .onRef('permit.unit_id', '=', 'write_off.unit_id')
        .onRef('permit.id', '=', 'write_off.permit_id'),
    )
    .select(['write_off.port', 'permit.direction'])
    .where('write_off.unit_id', '=', subject.unitId)
    .where('write_off.id', '=', subject.id)
    .executeTakeFirstOrThrow()
  return {
    unitId: subject.unitId!,
    branchId: subject.branchId,
    subjectId: subject.id,
    issuer: customsIssuer(await settingsOn(tx, ctx.today)),
    kind: quotaPapers.writeOff,
    facts: {
      applicant: { name: unit.name_zh, codeName: codeName.zh, code },
      permitTitle: `${asked.direction === 'exit' ? '出' : '入'}境特殊物品卫生检疫审批单`,
      permitNumber: permit.number,
      requestNumber: facts.number,
      port: (await portName(tx, asked.port)).zh,
      confirmedDay: ctx.today,
      rows: facts.asked.map((a) => rowOf(facts, a, said)),
      remark: said.note,
    },
  }
}

function rowOf(
  { permit }: WriteOffFacts,
  { n, requested }: AskedLine,
  said: { lines: readonly { n: number; actual: number }[] },
) {
  const line = permit.lines.find((l) => l.n === n)
  const actual = said.lines.find((s) => s.n === n)?.actual ?? 0
  const unit = line?.packUnit ?? ''
  const left = permit.inBatches ? (line?.approved ?? 0) - (line?.used ?? 0) - actual : 0
  return {
    name: line?.nameZh ?? '',
    approved: `${line?.approved ?? 0} ${unit}`,
    requested: `${requested} ${unit}`,
    confirmed: `${actual} ${unit}`,
    left: `${left} ${unit}`,
  }
}
