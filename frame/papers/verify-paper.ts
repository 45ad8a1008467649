import type { z } from 'zod'
import type { Visit } from '#frame/http/open.ts'
import { reason, Refused } from '#frame/kernel/reason.ts'
import type { verifyDoor } from './doors.ts'
import { typedCode } from './frozen.ts'
import { paperKind } from './kind.ts'
import { paperByCode, type KnownPaper } from './load-paper.ts'
import { proofOf } from './make-paper.ts'
import { standingOf } from './show-paper.ts'
import { visitLimit } from './visit-limit.ts'

// A counter with a scanner does one every few seconds; several people share an address.
const limit = visitLimit(60)

/**
 * What anybody learns by the code printed on a paper. Errors: absent for a code that no issued paper
 * carries; too many visits from one address.
 */
export async function verifyPaper(
  visit: Visit,
  typed: string,
): Promise<z.input<typeof verifyDoor.reply>> {
  const { house } = visit
  const paper = await madePaper(visit, typed)
  const kind = paperKind(paper.kind)
  return {
    number: paper.number,
    title: paper.title,
    titleWords: kind.title,
    issuer: paper.issuer,
    recipient: paper.recipient,
    day: paper.day,
    code: paper.code,
    sample: paper.sample,
    facts: kind.shown(paper.facts),
    standing: await standingOf(house, paper),
    signedAt: paper.signedAt.toISOString(),
    fileSha256: paper.fileSha256,
    signer: paper.signer,
    checkedAt: house.clock.now().toISOString(),
  }
}

/** The `.tlog-proof` of the signed file's hash, as attachment. */
export async function sendProof(visit: Visit, typed: string): Promise<string> {
  const paper = await madePaper(visit, typed)
  const proof = await proofOf(visit.house, paper.fileEventId)
  visit.reply.header('content-type', 'text/plain; charset=utf-8')
  visit.reply.header('content-disposition', `attachment; filename="${paper.code}.tlog-proof"`)
  return proof
}

type MadeKeys = 'fileSha256' | 'fileEventId' | 'signedAt' | 'signer' | 'sample'
type Made = KnownPaper & { [K in MadeKeys]: NonNullable<KnownPaper[K]> }

async function madePaper({ house, request }: Visit, typed: string): Promise<Made> {
  limit.count(request.ip, house.clock.now())
  const code = typedCode(typed)
  const paper = code === null ? null : await paperByCode(house.db, code)
  // what is not made yet is in nobody's hands: to the public it is not there
  if (paper && paper.fileSha256 !== null) return paper as Made
  throw new Refused('absent', [
    reason(
      null,
      'no-such-paper',
      '没有带这个核验码的文书。请对照文书左下角的核验码重新输入；如仍查不到，这份文书可能不是本系统签发的，请与所印的机关联系。',
    ),
  ])
}
