import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { decodeQR } from 'qr/decode.js'
import type { Page } from 'playwright-core'
import { onPdf, pixelsOf, textOf, wordsOf, type Pixels, type Word } from '#frame/papers/read-pdf.ts'

const dpi = 200

/** Downloads a paper by its link, as a person does. Out: its bytes. */
export async function download(page: Page, title: RegExp): Promise<Buffer> {
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: title }).click()
  return readFile(await (await coming).path())
}

/**
 * Reads a paper as it looks: its text, its glyphs as pixels, its signature, its QR code. In: words that
 * must be drawn, each standing alone in a run of text. Out: the address in the QR code.
 */
export function readAsPixels(pdf: Buffer, drawn: readonly string[]): string {
  const text = textOf(pdf).replaceAll(/\s/g, '')
  const words = wordsOf(pdf)
  const pages = new Map<number, Pixels>()
  const look = (n: number) => {
    const page = pages.get(n) ?? pixelsOf(pdf, n, dpi)
    pages.set(n, page)
    return page
  }
  for (const wanted of drawn) {
    assert.ok(text.includes(wanted), `${wanted} is not in the text`)
    // the narrow brackets of a number part it into words of their own
    const characters = /\p{Script=Han}+/u.exec(wanted)?.[0] ?? wanted
    const word = words.find((w) => w.text.includes(characters))
    assert.ok(word, `${wanted} has no place on the page`)
    expectGlyphs(look(word.page), word)
  }
  assert.match(onPdf(pdf, 'pdfsig', '-nocert', 'FILE'), /Signature is Valid/)
  return decodeQR(asImage(look(words.at(-1)!.page)))
}

/** Every character is drawn, and different characters look different: no blanks and no boxes. */
function expectGlyphs(page: Pixels, word: Word): void {
  const characters = Array.from(word.text)
  const { x0, x1 } = word.box
  const step = (x1 - x0) / characters.length
  const shapes = new Map<string, string>()
  for (const [i, character] of characters.entries()) {
    if (!/\p{Script=Han}/u.test(character)) continue
    const dots = dotsIn(page, { ...word.box, x0: x0 + i * step, x1: x0 + (i + 1) * step })
    const ink = dots.filter(Boolean).length / dots.length
    assert.ok(ink > 0.03 && ink < 0.7, `${character} of ${word.text}: ink ${ink}`)
    shapes.set(character, dots.map(Number).join(''))
  }
  assert.equal(new Set(shapes.values()).size, shapes.size, `${word.text} has boxes for characters`)
}

function dotsIn(page: Pixels, box: Word['box']): boolean[] {
  const scale = dpi / 72
  const dots: boolean[] = []
  for (let y = Math.floor(box.y0 * scale); y < box.y1 * scale; y++)
    for (let x = Math.floor(box.x0 * scale); x < box.x1 * scale; x++) dots.push(page.at(x, y) < 128)
  return dots
}

function asImage(page: Pixels) {
  const { width, height } = page
  const data = new Uint8Array(width * height * 4)
  for (let i = 0; i < width * height; i++) {
    const grey = page.at(i % width, Math.floor(i / width))
    data.set([grey, grey, grey, 255], i * 4)
  }
  return { width, height, data }
}
