import { reason, type Reason } from '#frame/kernel/reason.ts'
import type { CaseDocument } from './facts.ts'
import type { ItemLine } from './item-lines.ts'

/** Rules that look at 附表 as a whole. Each names a cell in `at` as `<row from 0>.<column>`. */

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '')

/** What is compared of a row, as people write the same thing. */
interface Compared {
  number: string
  zh: string
  en: string
}

// A typed key changes one row: of the others this is known from before.
const known = new WeakMap<ItemLine, Compared>()

function comparedOf(line: ItemLine): Compared {
  const before = known.get(line)
  if (before) return before
  const { catalogueNo, nameZh, nameEn } = line
  const compared = { number: plain(catalogueNo), zh: plain(nameZh), en: plain(nameEn) }
  known.set(line, compared)
  return compared
}

/** The rows whose value differs from that of the first row with the same key; those without a key are left out. */
function unlike(
  lines: readonly ItemLine[],
  keyOf: (row: Compared) => string,
  valueOf: (row: Compared) => string,
): { row: number; first: number }[] {
  const firsts = new Map<string, number>()
  return lines.flatMap((line, row) => {
    const compared = comparedOf(line)
    const key = keyOf(compared)
    if (key === '') return []
    const first = firsts.get(key)
    if (first === undefined) firsts.set(key, row)
    if (first === undefined || valueOf(compared) === valueOf(comparedOf(lines[first]!))) return []
    return [{ row, first }]
  })
}

/** S2-192 names equal those of the label: one 货号 cannot carry two of them. */
export function namesAsLabel(lines: readonly ItemLine[]): Reason[] {
  return unlike(
    lines,
    (row) => row.number,
    (row) => `${row.zh}\n${row.en}`,
  ).map(({ row, first }) => {
    const words = `货号与第 ${first + 1} 行相同，名称却不同。请对照产品标签核对：中文、英文名称都应与标签一致。`
    return reason('S2-192', 'names-differ', words, `${row}.nameZh`)
  })
}

/** S2-194 the translation follows the English name: one English name has one Chinese one. */
export function oneTranslation(lines: readonly ItemLine[]): Reason[] {
  return unlike(
    lines,
    (row) => row.en,
    (row) => row.zh,
  ).map(({ row, first }) => {
    const words = `英文名称与第 ${first + 1} 行相同，中文名称却不同。请核对译名，与英文名称一致。`
    return reason('S2-194', 'translations-differ', words, `${row}.nameZh`)
  })
}

/** A hint is told once, at the first of its rows, with how many there are. */
function atFirst(
  lines: readonly ItemLine[],
  holds: (line: ItemLine) => boolean,
  say: (count: number, first: number) => Reason,
): Reason[] {
  const rows = lines.flatMap((line, row) => (holds(line) ? [row] : []))
  return rows[0] === undefined ? [] : [say(rows.length, rows[0])]
}

/** S2-149 a batch that is not given prints as ***. */
export const batchLeftOut = (lines: readonly ItemLine[]): Reason[] =>
  atFirst(
    lines,
    (line) => line.batchNo.trim() === '',
    (count, row) => {
      const words = `有 ${count} 行没有填写生产批号，按没有此项内容打印为 ***。已经知道批号的，请填写。`
      return reason('S2-149', 'no-batch', words, `${row}.batchNo`)
    },
  )

/** S2-191 货号 and the official page are optional and make approval and inspection faster. */
export const numberLeftOut = (lines: readonly ItemLine[]): Reason[] =>
  atFirst(
    lines,
    (line) => line.catalogueNo.trim() === '' && line.productPage.trim() === '',
    (count, row) => {
      const words = `有 ${count} 行没有货号，也没有产品官方网页。这两项选填，填写有助于判断产品性质和风险，加快审批和查验。`
      return reason('S2-191', 'no-number', words, `${row}.catalogueNo`)
    },
  )

/** S2-197 whoever prints only a code on the smallest package puts an explanatory document into it. */
export const explainedInside = (lines: readonly ItemLine[]): Reason[] =>
  atFirst(
    lines,
    (line) => line.labelSays === 'code',
    (count, row) => {
      const words = `有 ${count} 行的小包装只印代号。请在包装内放入载明产品全称的说明文件，供查验时核对。`
      return reason('S2-197', 'explain-inside', words, `${row}.labelSays`)
    },
  )

/** S2-199 a name in another language comes with the text certified by a notary, among the other documents. */
export function otherNameNotarised(
  lines: readonly ItemLine[],
  documents: readonly Pick<CaseDocument, 'slot'>[],
): Reason[] {
  const row = lines.findIndex((line) => line.otherName.trim() !== '')
  if (row < 0 || documents.some((d) => d.slot.startsWith('other'))) return []
  const words = `附表第 ${row + 1} 行填写了其他语言名称，还没有公证文本。请把公证机构公证的中文、英文和该语言名称对照文本上传到“其他材料”。`
  return [reason('S2-199', 'not-notarised', words, 'slot.other')]
}
