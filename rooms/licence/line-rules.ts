import { reason, type Reason } from '#frame/kernel/reason.ts'
import { isSafePage } from '#rooms/library/public.ts'
import type { CaseForm } from './forms.ts'
import { lineColumns, wholeQuantity, type ItemLine } from './item-lines.ts'

/** Rules about one row of 附表. Each names its column in `at`; the row is added where it is shown. */

const isBlank = (value: ItemLine[keyof ItemLine]) => String(value ?? '').trim() === ''
const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '')

/** The columns that every row needs; the reason carries the duty of its column. */
export function blankCells(line: ItemLine): Reason[] {
  return lineColumns
    .filter((c) => c.required && isBlank(line[c.name]))
    .map((c) =>
      reason(c.duty, 'line-blank', `“${c.title.zh}”没有填写。请填写：${c.hint.zh}。`, c.name),
    )
}

/** A cell longer than what prints. */
export function longCells(line: ItemLine): Reason[] {
  return lineColumns.flatMap(({ name, title, max }) => {
    const { length } = String(line[name] ?? '')
    if (max === undefined || length <= max) return []
    const words = `“${title.zh}”有 ${length} 个字，最多 ${max} 个。请缩短，其余的写入描述性文件。`
    return [reason(null, 'cell-long', words, name)]
  })
}

/** S2-200 the quantity is a whole number of packages. */
export function quantityCounts(line: ItemLine): Reason[] {
  const { quantity } = line
  if (isBlank(quantity) || wholeQuantity(line) !== null) return []
  const words = `数量“${quantity}”不是大于 0 的整数。请只写数字，单位写入“包装单位”，重量或体积写入“重量／规格”。`
  return [reason('S2-200', 'quantity', words, 'quantity')]
}

/** S2-200 the unit is that of the packages; a size belongs to the specification. */
export function unitIsPacking({ packUnit }: ItemLine): Reason[] {
  if (!/\d/.test(packUnit)) return []
  const words = `包装单位“${packUnit}”里有数字。请核对：包装单位如支、瓶、盒，每支多少写入“重量／规格”。`
  return [reason('S2-200', 'unit-has-number', words, 'packUnit')]
}

/** S2-201 weight, specification or volume: a bare number has no unit. */
export function specificationHasUnit({ specification }: ItemLine): Reason[] {
  if (!/^[\d.,\s]+$/.test(specification) || isBlank(specification)) return []
  const words = `重量／规格“${specification}”只有数字。请核对并写明单位，例如“50 ml/管”。`
  return [reason('S2-201', 'bare-number', words, 'specification')]
}

/** S2-191 an official page is an address that can be opened safely. */
export function pageOpens({ productPage }: ItemLine): Reason[] {
  if (isSafePage(productPage.trim())) return []
  const words = `“${productPage}”不是可以打开的网页地址。请填写以 https:// 开头的官方网页，例如 https://www.example.cn/product；没有的留空。`
  return [reason('S2-191', 'unsafe-page', words, 'productPage')]
}

/** The fewest characters that can name ingredients "in detail", by class; the numbers are the project's own. */
const shortest: Record<NonNullable<CaseForm['articleClass']>, number> = {
  microorganism: 4,
  'human-tissue': 6,
  'biological-product': 6,
  blood: 6,
}

/** S2-202 ingredients in detail: too few characters for the class, or only the name again, is looked at. */
export function ingredientsDetailed(
  { ingredients, nameZh }: ItemLine,
  articleClass: CaseForm['articleClass'],
): Reason[] {
  const text = plain(ingredients)
  const least = articleClass === undefined ? 4 : shortest[articleClass]
  if (text === '' || (text.length >= least && text !== plain(nameZh))) return []
  const words = `成分“${ingredients}”过于简单。请按产品说明书详细填写，人源、动物源和微生物来源的成分尤其要写明。`
  return [reason('S2-202', 'ingredients-short', words, 'ingredients')]
}

const oneWord = new Set(
  '科研 研究 检测 检验 实验 试验 生产 销售 临床 教学 使用 自用 研发 科研用 科研使用 科学研究 实验用 实验使用 实验研究 研究用 检测用 研发用 临床使用 生产使用 research testing r&d'.split(
    ' ',
  ),
)

/** S2-203 the use in detail: one word says of which kind it is, not what is done. */
export function useDetailed({ use }: ItemLine): Reason[] {
  const text = plain(use)
  if (text === '' || (text.length > 3 && !oneWord.has(text))) return []
  const words = `用途“${use}”过于简单。请写明产品本身用来做什么，例如“用于自身免疫抗体检测的质控”，可以补充后续研究、销售或研发的概况。`
  return [reason('S2-203', 'use-one-word', words, 'use')]
}
