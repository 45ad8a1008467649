import { DEFAULT_BYTE_RANGE_PLACEHOLDER, SUBFILTER_ADOBE_PKCS7_DETACHED } from '@signpdf/utils'
import { dictionaryOf, pagesOf, readPdf, referenceIn, withObjects } from './pdf-objects.ts'
import type { SealPlace } from './typesetter.ts'

/** What the signature dictionary says. ASCII only: viewers show anything else garbled. */
export interface SignatureTexts {
  name: string
  reason: string
  location: string
}

const heightA4 = 841.8898
const print = 4
const locked = 128
const signaturesExist = 1
const appendOnly = 2
// room for the PKCS#7 with a chain of a few RSA certificates, in bytes
const signatureBytes = 16_384

/**
 * Adds an empty signature field at the seal's place, to be filled by the signer. Written here because the
 * ready-made placeholder puts the field on the first page, drops the file's /ID and has no appearance
 * stream; PDF/A asks for both. The picture of the seal stands on the page itself; the field lies over it
 * with an empty appearance.
 * In: PDF as the typesetter wrote it, place of the seal (null: an invisible field on the last page),
 * ASCII texts, instant. Out: PDF with the placeholder. Errors: throws on texts that are not ASCII.
 */
export function withSignatureField(
  pdf: Buffer,
  seal: SealPlace | null,
  texts: SignatureTexts,
  at: Date,
): Buffer {
  const file = readPdf(pdf)
  const pages = pagesOf(pdf, file)
  const page = pages[(seal?.page ?? pages.length) - 1]
  const root = referenceIn(file.trailer, 'Root')
  if (page === undefined || root === null) throw new Error('the page for the signature is absent')
  const [signature, widget, form, look] = [0, 1, 2, 3].map((n) => file.size + n) as [
    number,
    number,
    number,
    number,
  ]
  const rect = seal ? rectangle(seal) : [0, 0, 0, 0]
  const [width, height] = [rect[2]! - rect[0]!, rect[3]! - rect[1]!]
  return withObjects(
    pdf,
    file,
    new Map([
      [signature, signatureObject(texts, at)],
      [
        widget,
        `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /F ${print | locked} /P ${page} 0 R /Rect [${rect.join(' ')}] /V ${signature} 0 R /AP << /N ${look} 0 R >> >>`,
      ],
      [form, `<< /Fields [${widget} 0 R] /SigFlags ${signaturesExist | appendOnly} >>`],
      [
        look,
        `<< /Type /XObject /Subtype /Form /BBox [0 0 ${round(width)} ${round(height)}] /Resources << >> /Length 0 >>\nstream\n\nendstream`,
      ],
      [root, insert(dictionaryOf(pdf, file, root), `/AcroForm ${form} 0 R`)],
      [page, withAnnotation(dictionaryOf(pdf, file, page), widget)],
    ]),
  )
}

function rectangle(seal: SealPlace): number[] {
  const top = heightA4 - seal.y
  return [seal.x, top - seal.size, seal.x + seal.size, top].map(round)
}

const round = (points: number) => Math.round(points * 1000) / 1000

function signatureObject(texts: SignatureTexts, at: Date): string {
  const blank = `/${DEFAULT_BYTE_RANGE_PLACEHOLDER}`
  return [
    '<< /Type /Sig /Filter /Adobe.PPKLite',
    `/SubFilter /${SUBFILTER_ADOBE_PKCS7_DETACHED}`,
    `/ByteRange [0 ${blank} ${blank} ${blank}]`,
    `/Contents <${'00'.repeat(signatureBytes)}>`,
    `/Name ${ascii(texts.name)} /Reason ${ascii(texts.reason)} /Location ${ascii(texts.location)}`,
    `/M (D:${at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z) >>`,
  ].join('\n')
}

function ascii(text: string): string {
  if (!/^[ -~]*$/.test(text)) throw new Error(`the signature dictionary takes ASCII only: ${text}`)
  return `(${text.replaceAll(/[\\()]/g, String.raw`\$&`)})`
}

function insert(dictionary: string, entry: string): string {
  return `${dictionary.slice(0, dictionary.lastIndexOf('>>')).trimEnd()}\n${entry}\n>>`
}

function withAnnotation(page: string, widget: number): string {
  if (!page.includes('/Annots')) return insert(page, `/Annots [${widget} 0 R]`)
  const extended = page.replace(/\/Annots\s*\[/, (start) => `${start}${widget} 0 R `)
  if (extended === page) throw new Error('the page keeps its annotations elsewhere')
  return extended
}
