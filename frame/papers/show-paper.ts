import type { z } from 'zod'
import { todayInBeijing } from '#frame/calendar/day.ts'
import type { House } from '#frame/house.ts'
import type { Visit } from '#frame/http/open.ts'
import { canDo } from '#frame/kernel/can-do.ts'
import { absent } from '#frame/kernel/reason.ts'
import { holdsAny } from '#frame/people/policy.ts'
import type { paperDoor } from './doors.ts'
import { kindWords, paperKind, type Standing } from './kind.ts'
import { findPaper, type KnownPaper } from './load-paper.ts'
import { mayRead } from './readers.ts'
import { paperFacts, retryPaper } from './retry.ts'
import { checkAddress } from './sheet.ts'
import { paperLife, paperOfficers } from './states.ts'

/** The paper of an id for this person. Errors: absent, also for what he may not see. */
export async function readable({ house, actor }: Visit, id: string): Promise<KnownPaper> {
  const paper = await findPaper(house.db, id)
  if (!paper || !mayRead(actor, paper)) throw absent()
  return paper
}

/** Everything the page of one paper shows. Errors: absent, also for what this person may not see. */
export async function showPaper(
  visit: Visit,
  id: string,
): Promise<z.input<typeof paperDoor.reply>> {
  const { house, actor } = visit
  const paper = await readable(visit, id)
  const now = house.clock.now()
  return {
    id,
    kind: paper.kind,
    kindWords: kindWords(paper.kind),
    title: paper.title,
    number: paper.number,
    recipient: paper.recipient,
    issuer: paper.issuer,
    day: paper.day,
    status: paper.status,
    statusWords: paperLife.statuses[paper.status] ?? kindWords(paper.status),
    version: paper.version,
    sample: paper.sample,
    issuedAt: paper.issuedAt.toISOString(),
    about: { kind: paper.subjectKind, id: paper.subjectId },
    code: paper.code,
    address: checkAddress(house.config.publicUrl, paper.code),
    facts: paperKind(paper.kind).shown(paper.facts),
    standing: await standingOf(house, paper),
    trouble: holdsAny(actor, paperOfficers) ? paper.trouble : null,
    file: fileOf(paper),
    acts: canDo(paperLife, [retryPaper], paperFacts(paper), {
      actor,
      now,
      today: todayInBeijing(now),
    }),
  }
}

function fileOf(paper: KnownPaper) {
  if (paper.fileSha256 === null) return null
  return {
    sha256: paper.fileSha256,
    bytes: paper.fileBytes ?? 0,
    pages: paper.pages ?? 0,
    signedAt: paper.signedAt?.toISOString() ?? '',
    signer: paper.signer ?? '',
  }
}

/** Whether a paper holds now: not revoked, made, and not ended by what it says. */
export async function standingOf(house: House, paper: KnownPaper): Promise<Standing> {
  const today = todayInBeijing(house.clock.now())
  if (paper.revokedAt !== null)
    return {
      holds: false,
      words: { zh: `已撤销。${paper.revokedReason ?? ''}`, en: 'Revoked' },
      since: todayInBeijing(paper.revokedAt),
    }
  if (paper.fileSha256 === null)
    return { holds: false, words: { zh: '尚未签发', en: 'Not issued yet' }, since: null }
  const { unitId, subjectId, day, facts } = paper
  const kind = paperKind(paper.kind)
  if (kind.standing) return kind.standing(house.db, { unitId, subjectId, day, facts }, today)
  return { holds: true, words: { zh: '有效', en: 'In force' }, since: day }
}
