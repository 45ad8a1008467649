import type { PaperKind } from './kind.ts'
import { pixelsOf, type Word } from './read-pdf.ts'
import type { Renderer } from './render.ts'
import { sheetOf } from './sheet.ts'
import type { SealPlace, SetPaper } from './typesetter.ts'

/** For tests: what stands on a sample paper besides its facts. */
export const sampleFace = {
  issuer: '中华人民共和国北京海关',
  day: '2026-11-03',
  code: '7K3QZ-M2XWD-9HTRC-4NPVB',
  publicUrl: 'https://lianguan.example.cn',
} as const

/** For tests: sets a paper of sample facts. In: false for a paper of a real certificate. */
export function setSample(
  renderer: Renderer,
  kind: PaperKind,
  facts: unknown,
  sample = true,
): Promise<SetPaper> {
  const { publicUrl, ...face } = sampleFace
  const paper = {
    ...face,
    id: '018f0000-0000-7000-8000-000000000000',
    kind: kind.kind,
    template: kind.version,
    title: kind.printed?.(facts) ?? kind.title.zh,
    number: `京关${kind.mark(facts)}〔2026〕1号`,
    facts,
  }
  return renderer.render(sheetOf(paper, { publicUrl, sample, seal: null, attachments: {} }))
}

/** For tests: the words of the body that stand over the seal on its page. In: true for a framed certificate. */
export function bodyOverSeal(words: readonly Word[], seal: SealPlace, framed: boolean): Word[] {
  // between the header and the type area, in points
  const top = framed ? 70 : 93
  return words.filter(({ page, box }) => page === seal.page && box.y0 > top && box.y0 < seal.y - 8)
}

/** For tests: a page as a decoder of QR codes takes it. In: page from 1, resolution in dots per inch. */
export function scanOf(pdf: Buffer, page: number, dpi: number) {
  const { width, height, at } = pixelsOf(pdf, page, dpi)
  const data = new Uint8ClampedArray(width * height * 3)
  for (let i = 0; i < width * height; i++)
    data.fill(at(i % width, Math.floor(i / width)), i * 3, i * 3 + 3)
  return { width, height, data }
}
