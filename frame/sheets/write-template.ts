import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import writeXlsxFile, { type Feature, type Row } from 'write-excel-file/node'
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility'
import type { Words } from '#frame/kernel/lifecycle.ts'

/** One column of a sheet that people fill. */
export interface TemplateColumn {
  title: Words
  required: boolean
  /** How it is filled. */
  hint: string
  example: string | number | null
  /** In characters. */
  width: number
  /** What may be chosen; `only`: nothing else is taken. */
  list?: { choices: readonly string[]; only: boolean }
}

const grey = '#F3F6F6'
const sheetFile = 'xl/worksheets/sheet{id}.xml' as const
/** Titles in two languages, explanations, the example. */
const headRows = 4

/** The first cell of a row carries the mark by which import knows the row. */
const first = (k: number, mark: string, text: string) => (k === 0 ? `${mark}${text}` : text)

/**
 * An .xlsx to be filled: titles in Chinese with English under them, a row of explanations, a row with an
 * example. The last two begin with 说明： and 示例：, by which a reading of it leaves them out. In: how many
 * rows are to be filled at most. Out: the file.
 */
export function writeTemplate(
  sheet: string,
  columns: readonly TemplateColumn[],
  most: number,
): Promise<Buffer> {
  const wrap = { wrap: true, alignVertical: 'top' as const, backgroundColor: grey }
  const titles: Row = columns.map((c) => ({
    value: `${c.title.zh}${c.required ? '*' : ''}`,
    fontWeight: 'bold',
    backgroundColor: grey,
  }))
  const english: Row = columns.map((c) => ({ value: c.title.en, backgroundColor: grey }))
  const hints: Row = columns.map((c, k) => ({ value: first(k, '说明：', c.hint), ...wrap }))
  const example: Row = columns.map(({ example: value }, k) => {
    if (typeof value === 'number') return { value, ...wrap }
    return { value: first(k, '示例：', value ?? ''), ...wrap }
  })
  return writeXlsxFile(
    [titles, english, hints, example],
    {
      sheet,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: headRows,
    },
    { features: [choices(columns, most)] },
  ).toBuffer()
}

/** Lists to choose from in the rows to be filled (ECMA-376 18.3.1.33). */
function choices(
  columns: readonly TemplateColumn[],
  most: number,
): Feature<Stream | Buffer | Blob> {
  const rules = columns.flatMap(({ list }, k) => {
    if (!list) return []
    const range = `${getCellAddress(headRows, k)}:${getCellAddress(headRows + most - 1, k)}`
    const error = sanitizeAttributeValue('请从列表中选择。')
    const formula = sanitizeTextContent(`"${list.choices.join(',')}"`)
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="${list.only ? 1 : 0}" error="${error}" sqref="${range}"><formula1>${formula}</formula1></dataValidation>`,
    ]
  })
  const markup = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
  const order = getOrderOfSiblings(sheetFile, 'worksheet') ?? []
  return {
    files: {
      transform: {
        [sheetFile]: {
          transform: (xml) =>
            rules.length === 0
              ? xml
              : insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet'),
        },
      },
    },
  }
}
