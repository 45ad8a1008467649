import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
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

/** In: the folder that templates are read from (and nothing outside it), and the fonts. */
export function openTypesetter(workspace: string, fonts: Fonts): Typesetter {
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fonts.folders }] })
  return {
    set(sheet) {
      const data = { ...(sheet.data as object), fonts: fonts.roles }
      const run = compiler.compile({
        mainFilePath: sheet.template,
        inputs: { data: JSON.stringify(data) },
        resetRead: true,
      })
      const paper = run.result
      if (!paper) throw new Error(complaintOf(compiler, run.takeDiagnostics() ?? run.takeError()))
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
