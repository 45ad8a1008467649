import type { House } from '#frame/house.ts'
import { proveEvent } from '#frame/ledger/prove.ts'
import { settleLedger } from '#frame/ledger/ledger.ts'
import type { SigningCertificate } from './certificate.ts'
import { frozenText, sha256Hex } from './frozen.ts'
import { certificateOf, rendererOf, sealPicture } from './press.ts'
import { sheetOf, type Attachment, type FrozenPaper } from './sheet.ts'
import { signPaper, SigningProblem } from './sign.ts'

/** A frozen paper with what the ledger knows of it. */
export interface PaperRow extends FrozenPaper {
  unitId: string
  factsSha256: string
  eventId: string
}

/** A paper set and signed. */
export interface MadePaper {
  pdf: Buffer
  pages: number
  signedAt: Date
  certificate: SigningCertificate
}

/**
 * Sets and signs a frozen paper. Inside the file travel its facts and the proof that they stand in the
 * ledger. Errors: RenderProblem and SigningProblem in Chinese; others are faults or a passing trouble.
 */
export async function makeFile(house: House, paper: PaperRow): Promise<MadePaper> {
  const facts = frozenText(paper)
  if (sha256Hex(facts) !== paper.factsSha256)
    throw new SigningProblem(
      '文书的内容与签发时记入留痕的不符，数据库中的记录被改动，不予生成。请立即报告审计管理员，并运行 npm run ledger:verify。',
    )
  const certificate = await certificateOf(house)
  const sheet = sheetOf(paper, {
    publicUrl: house.config.publicUrl,
    sample: certificate.demo,
    seal: certificate.demo ? null : await sealPicture(house),
    attachments: {
      'facts.json': attachment(facts, 'application/json', '文书所载事实（RFC 8785）'),
      'facts.tlog-proof': attachment(
        await proofOf(house, paper.eventId),
        'text/plain',
        '上述事实已记入留痕的证明（C2SP tlog-proof）',
      ),
    },
  })
  const set = await rendererOf(house).render(sheet)
  const signedAt = house.clock.now()
  const pdf = await signPaper(set.pdf, set.seal, certificate, signedAt)
  return { pdf, pages: set.pages, signedAt, certificate }
}

const attachment = (text: string, type: string, description: string): Attachment => ({
  text,
  type,
  description,
})

/** Proof of an event; the ledger is brought up to it first. */
export async function proofOf(house: House, eventId: string): Promise<string> {
  const early = await proveEvent(house, eventId, { withEvent: true })
  if (early) return early.proof
  await settleLedger(house)
  const made = await proveEvent(house, eventId, { withEvent: true })
  if (!made) throw new Error(`event ${eventId} has no place in the ledger`)
  return made.proof
}
