import { reason, type Reason } from '#frame/kernel/reason.ts'
import { labelCodes, labelWords } from '#rooms/library/public.ts'
import type { ItemLine } from './item-lines.ts'

/** Rules about the names of one row of 附表. Each names its column in `at`; the row is added where it is shown. */

const plain = (text: string) => text.normalize('NFKC').trim()

/** What the label carries is one of the list. */
export function labelKnown({ labelSays }: ItemLine): Reason[] {
  if (labelCodes.some((code) => code === labelSays)) return []
  const known = labelCodes.map((code) => labelWords[code].zh).join('、')
  const words = `标签文字“${labelSays}”不在列表中。请选择：${known}。`
  return [reason('S2-193', 'label-unknown', words, 'labelSays')]
}

/** S2-193 the English name may be left out only where the label is in Chinese alone. */
export function englishName({ nameEn, labelSays }: ItemLine): Reason[] {
  if (nameEn.trim() !== '' || labelSays === 'zh') return []
  const words =
    '没有填写英文名称。请填写标签上的英文名称；标签只有中文的，请在“标签文字”一栏选择“只有中文”。'
  return [reason('S2-193', 'no-english', words, 'nameEn')]
}

// Greek letters stand in English names of science (Interferon-α); signs such as µ belong to no script.
const notEnglish = /(?![A-Za-z\p{Script=Greek}\p{Script=Common}])\p{L}/u

/** S2-196 the English name says what the product is; it is not only a code. */
export function codeOnlyName({ nameEn }: ItemLine): Reason[] {
  const name = nameEn.trim()
  if (notEnglish.test(name)) return []
  // A word of three letters or more that is not all capitals and digits says something.
  if (name === '' || /[A-Za-z]*[a-z]{3,}/.test(name)) return []
  const words = `英文名称“${name}”像是代号，不能表达产品性质。请写出产品的英文名称，可以同时保留代号。`
  return [reason('S2-196', 'name-is-code', words, 'nameEn')]
}

/** S2-198 the foreign name is in principle English alone. */
export function foreignLetters({ nameEn }: ItemLine): Reason[] {
  const found = notEnglish.exec(nameEn.normalize('NFC'))
  if (!found) return []
  const words = `英文名称里的“${found[0]}”不是英文字母。外文名称原则上只用英文：请改写为英文；标签确需使用其他语言的，请在“标签文字”选择“另有其他语言”，把该语言的名称写入“其他语言名称”并提供公证文本。`
  return [reason('S2-198', 'not-english', words, 'nameEn')]
}

/** S2-199 a label in another language gives that name too. */
export function otherNameGiven({ labelSays, otherName }: ItemLine): Reason[] {
  if (labelSays !== 'other' || otherName.trim() !== '') return []
  const words =
    '标签另有其他语言，却没有填写其他语言名称。请照标签填写，并在随附文件中提供公证文本；没有其他语言的，请改选“标签文字”。'
  return [reason('S2-199', 'no-other-name', words, 'otherName')]
}

/** S2-197 where the smallest package carries only a code, the code is given beside the English name. */
export function codeGiven({ labelSays, catalogueNo }: ItemLine): Reason[] {
  if (labelSays !== 'code' || catalogueNo.trim() !== '') return []
  const words =
    '小包装只印代号的，应当同时给出代号和英文名称。请把包装上的代号写入“货号”，并在包装内放入载明全称的说明文件。'
  return [reason('S2-197', 'no-code', words, 'catalogueNo')]
}

/** Words that say of what kind a thing is and not what it is. */
const general = new Set(
  '试剂 试剂盒 样品 样本 标本 抗体 抗原 血清 血浆 细胞 蛋白 蛋白质 酶 菌株 毒株 病毒 细菌 质粒 标准品 质控品 对照品 培养基 缓冲液 生物制品 血液制品 组织 特殊物品 物品'.split(
    ' ',
  ),
)

/** S2-194 the Chinese name is specific: it is a name in Chinese, and not only a kind of thing. */
export function generalName({ nameZh }: ItemLine): Reason[] {
  const name = plain(nameZh)
  if (name === '') return []
  if (!/\p{Script=Han}/u.test(name)) {
    const words = `中文名称“${name}”里没有汉字。请核对：中文译名应与英文名称一致，准确、具体，可以保留字母和代号。`
    return [reason('S2-194', 'name-not-chinese', words, 'nameZh')]
  }
  if (!general.has(name)) return []
  const words = `中文名称“${name}”只说明了种类。请核对并写出具体是什么，例如“抗 HBs 单克隆抗体（鼠源）”。`
  return [reason('S2-194', 'name-general', words, 'nameZh')]
}
