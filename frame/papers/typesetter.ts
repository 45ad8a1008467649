import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { Fonts } from './fonts.ts'

/** Where the seal stands: page from 1, the rest in points from the page's top left corner. */
export interface SealPlace {
  page: number
  x: number
  y: number
  size: number
}

/** A set paper: PDF/A-3b bytes, and the place for the visible signature (null: the template has none). */
export interface SetPaper {
  pdf: Buffer
  pages: number
  seal: SealPlace | null
}

/** What a paper is set from: a template inside the workspace and its data, which travels as JSON only. */
export interface Sheet {
  template: string
  data: unknown
}

/** Sets papers one after another. Errors: an Error with the typesetter's own complaint. */
export interface Typesetter {
  set(sheet: Sheet): SetPaper
}

// How close a paper is set, the standard's own measure being 0; the layout knows what each step means.
const closerLines = [1, 2, 3, 4]
const smallerType = [5, 6]
const mostFitted = 3

/** In: the folder that templates are read from (and nothing outside it), and the fonts. */
export function openTypesetter(workspace: string, fonts: Fonts): Typesetter {
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fonts.folders }] })

  function laidOut(sheet: Sheet, tight: number): NodeTypstDocument {
    const data = { ...(sheet.data as object), fonts: fonts.roles }
    const run = compiler.compile({
      mainFilePath: sheet.template,
      inputs: { data: JSON.stringify(data), tight: String(tight) },
      resetRead: true,
    })
    if (run.result) return run.result
    throw new Error(complaintOf(compiler, run.takeDiagnostics() ?? run.takeError()))
  }

  /**
   * What runs over onto one more page by a few lines is set closer, and what then is still a little more
   * than one page in smaller type; a long paper keeps its measure.
   */
  function fitted(sheet: Sheet): NodeTypstDocument {
    const first = laidOut(sheet, 0)
    if (first.numOfPages === 1 || first.numOfPages > mostFitted) return first
    const steps = first.numOfPages === 2 ? [...closerLines, ...smallerType] : closerLines
    for (const tight of steps) {
      const next = laidOut(sheet, tight)
      if (next.numOfPages < first.numOfPages) return next
    }
    return first
  }

  return {
    set(sheet) {
      const paper = fitted(sheet)
      // a-3b: fonts embedded, every glyph real, attachments allowed; 2b could not carry attachments
      const pdf = compiler.pdf(paper, { pdfStandard: 'a-3b' })
      const places = compiler.query(paper, {
        selector: '<seal-place>',
        field: 'value',
      }) as SealPlace[]
      const seal = places.at(-1) ?? null
      const pages = paper.numOfPages
      // the typesetter remembers what it has laid out; unbounded memory in a long-lived process otherwise
      compiler.evictCache(10)
      return { pdf, pages, seal }
    },
  }
}

function complaintOf(
  compiler: NodeCompiler,
  error: Parameters<NodeCompiler['fetchDiagnostics']>[0] | null,
): string {
  if (!error) return 'unknown'
  return compiler
    .fetchDiagnostics(error)
    .map((d: { message?: string; path?: string; range?: string }) =>
      [d.message, d.path, d.range].filter(Boolean).join(' '),
    )
    .join('; ')
}
