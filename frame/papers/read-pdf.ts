import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { paperWorkspace } from './render.ts'

/** For tests: false gives node's runner no reason to skip; a sentence is the reason. */
export const withoutPoppler = existsSync('/usr/bin/pdftoppm')
  ? false
  : 'poppler-utils is not installed'
export const withoutQpdf = existsSync('/usr/bin/qpdf') ? false : 'qpdf is not installed'

/** Runs a program on a PDF for a test. In: program and arguments, `FILE` standing for the PDF. Out: stdout. */
export function onPdf(pdf: Buffer, program: string, ...args: string[]): string {
  return inFolder(pdf, (file) =>
    execFileSync(
      program,
      args.map((a) => (a === 'FILE' ? file : a)),
      { encoding: 'utf8' },
    ),
  )
}

/** The text of a PDF, for presence only. */
export const textOf = (pdf: Buffer) => onPdf(pdf, 'pdftotext', '-raw', 'FILE', '-')

/** One page as grey pixels: 0 is black, 255 white. */
export interface Pixels {
  width: number
  height: number
  at: (x: number, y: number) => number
}

/** A page as it looks. In: page from 1, resolution in dots per inch. */
export function pixelsOf(pdf: Buffer, page: number, dpi: number): Pixels {
  const bytes = inFolder(pdf, (file) =>
    execFileSync(
      'pdftoppm',
      ['-r', String(dpi), '-gray', '-f', String(page), '-l', String(page), file],
      {
        maxBuffer: 256 * 1024 * 1024,
      },
    ),
  )
  const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(bytes.toString('latin1', 0, 40))
  if (!head) throw new Error('pdftoppm gave no picture')
  const [width, height, start] = [Number(head[1]), Number(head[2]), head[0].length]
  return { width, height, at: (x, y) => bytes[start + y * width + x] ?? 255 }
}

/** A word with its box in points from the page's top left. */
export interface Word {
  page: number
  text: string
  box: { x0: number; y0: number; x1: number; y1: number }
}

/** Every word of a PDF with its place. */
export function wordsOf(pdf: Buffer): Word[] {
  const html = onPdf(pdf, 'pdftotext', '-bbox', 'FILE', '-')
  let page = 0
  const words: Word[] = []
  for (const line of html.split('\n')) {
    if (line.includes('<page ')) page += 1
    const found =
      /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/.exec(line)
    if (!found) continue
    const [x0, y0, x1, y1] = found.slice(1, 5).map(Number) as [number, number, number, number]
    words.push({ page, text: found[5] ?? '', box: { x0, y0, x1, y1 } })
  }
  return words
}

function inFolder<T>(pdf: Buffer, work: (file: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'lianguan-paper-'))
  try {
    const file = path.join(folder, 'paper.pdf')
    writeFileSync(file, pdf)
    return work(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A folder inside the product, where the typesetter may read a test's own templates; git passes it over. */
export async function testCorner(): Promise<string> {
  const folder = path.join(paperWorkspace, '.cache')
  await mkdir(folder, { recursive: true })
  return folder
}
