import { reason, type Reason } from '#frame/kernel/reason.ts'
import { charactersWithout, codePointOf, type Coverage } from './coverage.ts'
import { printable } from './sheet.ts'

/** A text that will stand on a paper. */
export interface PrintedText {
  /** Field, as the page knows it. */
  at: string
  /** The field as people call it, with its quotation marks. */
  where: string
  text: string
}

// a text pasted in another script would fill the page with its characters
const mostNamed = 8

/**
 * A paper with a character that no font can draw is never issued, so the text is refused while the person
 * who typed it can still mend it. In: what the fonts of the papers draw, and the texts to be printed.
 * Out: one reason for each text with such characters, naming them.
 */
export function unprintable(coverage: Coverage, texts: readonly PrintedText[]): Reason[] {
  return texts.flatMap(({ at, where, text }) => {
    const missing = charactersWithout(coverage, printable(text))
    if (missing.length === 0) return []
    return [reason(null, 'no-glyph', messageOf(where, missing), at)]
  })
}

function messageOf(where: string, missing: readonly string[]): string {
  const named = missing.slice(0, mostNamed).map(nameOf).join('、')
  const all = missing.length > mostNamed ? `${named}等 ${missing.length} 个字符` : named
  return `${where}中的${all}在文书字体里没有，印不到文书上。请替换为可显示的字符；确需使用的，请系统管理员把含有它的字体文件装入数据文件夹的 fonts 文件夹，十几秒后再提交。`
}

// a private-use character is a different sign on every machine, or none
const nameOf = (character: string) =>
  /\p{Co}/u.test(character)
    ? `“${character}”（${codePointOf(character)}，自造字）`
    : `“${character}”（${codePointOf(character)}）`
