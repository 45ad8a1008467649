import { reason, type Reason } from '#frame/kernel/reason.ts'
import type { CaseForm } from './forms.ts'
import { columnTitle, lineColumns, type ItemLine, type LineColumnName } from './item-lines.ts'
import {
  batchLeftOut,
  explainedInside,
  namesAsLabel,
  numberLeftOut,
  oneTranslation,
} from './line-lists.ts'
import {
  codeGiven,
  codeOnlyName,
  englishName,
  foreignLetters,
  generalName,
  labelKnown,
  otherNameGiven,
} from './line-names.ts'
import {
  blankCells,
  ingredientsDetailed,
  longCells,
  pageOpens,
  quantityCounts,
  specificationHasUnit,
  unitIsPacking,
  useDetailed,
} from './line-rules.ts'

/** An error stops the submission; a warning is looked at by applicant and officer; a hint only helps. */
export type Severity = 'error' | 'warning' | 'hint'

/** What is found in one cell of 附表; rows count from 0. */
export interface LineFinding {
  row: number
  name: LineColumnName
  severity: Severity
  duty: string | null
  code: string
  message: string
}

type ArticleClass = CaseForm['articleClass']
type Found = Omit<LineFinding, 'row'>

const errors: readonly ((line: ItemLine) => Reason[])[] = [
  blankCells,
  longCells,
  labelKnown,
  englishName,
  codeOnlyName,
  foreignLetters,
  otherNameGiven,
  codeGiven,
  quantityCounts,
  pageOpens,
]
const warnings: readonly ((line: ItemLine, articleClass: ArticleClass) => Reason[])[] = [
  generalName,
  unitIsPacking,
  specificationHasUnit,
  ingredientsDetailed,
  useDetailed,
]
const listWarnings = [namesAsLabel, oneTranslation]
const listHints = [batchLeftOut, numberLeftOut, explainedInside]

const isEmpty = (line: ItemLine) =>
  lineColumns.every(({ name }) => String(line[name] ?? '').trim() === '')

/** A row in which nothing was typed is one fault, not eight. */
function emptyRow(line: ItemLine): Reason[] {
  if (!isEmpty(line)) return []
  return [reason('S2-195', 'row-empty', '这一行是空的。请填写，或者删除这一行。', 'nameZh')]
}

const found = (severity: Severity) => (r: Reason) => ({
  name: r.at as LineColumnName,
  severity,
  duty: r.duty,
  code: r.code,
  message: r.message,
})

// A typed key changes one row: the others are known from before.
const known = new WeakMap<ItemLine, { articleClass: ArticleClass; found: readonly Found[] }>()

function ofRow(line: ItemLine, articleClass: ArticleClass): readonly Found[] {
  const before = known.get(line)
  if (before && before.articleClass === articleClass) return before.found
  const empty = emptyRow(line)
  const all =
    empty.length > 0
      ? empty.map(found('error'))
      : [
          ...errors.flatMap((rule) => rule(line)).map(found('error')),
          ...warnings.flatMap((rule) => rule(line, articleClass)).map(found('warning')),
        ]
  known.set(line, { articleClass, found: all })
  return all
}

/** A reason of the whole list, whose place is `<row>.<column>`. */
function ofList(severity: Severity, { at = '', ...rest }: Reason): LineFinding {
  const [row, name] = at.split('.') as [string, LineColumnName]
  return { ...rest, row: Number(row), name, severity }
}

/** Everything found in 附表, for page and server alike. In: its rows, and the class of the case's articles. */
export function lineFindings(
  lines: readonly ItemLine[],
  articleClass: ArticleClass,
): LineFinding[] {
  return [
    ...lines.flatMap((line, row) => ofRow(line, articleClass).map((one) => ({ row, ...one }))),
    ...listWarnings.flatMap((rule) => rule(lines)).map((r) => ofList('warning', r)),
    ...listHints.flatMap((rule) => rule(lines)).map((r) => ofList('hint', r)),
  ]
}

// The page shows every cell by itself; an answer of the server names so many and counts the others.
const mostTold = 100

/** What in 附表 stops the submission: it has a row, and every row is in order. */
export function incompleteLines(lines: readonly ItemLine[]): Reason[] {
  if (lines.length === 0)
    return [reason('S2-190', 'no-lines', '附表还没有物品。请至少填写一行。', 'lines')]
  const wrong = lineFindings(lines, undefined).filter((f) => f.severity === 'error')
  const told = wrong
    .slice(0, mostTold)
    .map((f) =>
      reason(f.duty, f.code, `附表第 ${f.row + 1} 行：${f.message}`, `lines.${f.row}.${f.name}`),
    )
  if (wrong.length <= mostTold) return told
  const words = `附表另有 ${wrong.length - mostTold} 处需要修改。请在附表中逐处查看（F8 到下一处）。`
  return [...told, reason('S2-190', 'more-lines', words, 'lines')]
}

/** What in 附表 an applicant and an officer should look at: each kind once, with its rows. */
export function lineWarnings(lines: readonly ItemLine[], articleClass: ArticleClass): Reason[] {
  const all = lineFindings(lines, articleClass).filter((f) => f.severity === 'warning')
  const kinds = Map.groupBy(all, (f) => f.code)
  return [...kinds.values()].map((same) => {
    const first = same[0]!
    const rows = [...new Set(same.map((f) => f.row + 1))]
    const where =
      rows.length > 3
        ? `附表第 ${rows.slice(0, 3).join('、')} 行等 ${rows.length} 行`
        : `附表第 ${rows.join('、')} 行`
    const words = `${where}的“${columnTitle(first.name).zh}”：${first.message}`
    return reason(first.duty, first.code, words, `lines.${first.row}.${first.name}`)
  })
}
