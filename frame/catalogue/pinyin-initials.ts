// In the pinyin order of Chinese characters these are the first characters of each initial letter
// (no syllable begins with I, U or V).
const starts: readonly [string, string][] = [
  ['a', '阿'],
  ['b', '八'],
  ['c', '嚓'],
  ['d', '哒'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '讥'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '妈'],
  ['n', '拏'],
  ['o', '噢'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '呥'],
  ['s', '仨'],
  ['t', '他'],
  ['w', '屲'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '帀'],
]

const order = new Intl.Collator('zh-u-co-pinyin')

const initialOf = (char: string): string => {
  if (!/\p{Script=Han}/u.test(char)) return char.toLowerCase()
  let initial = ''
  for (const [letter, first] of starts) {
    if (order.compare(char, first) < 0) break
    initial = letter
  }
  return initial
}

/**
 * First letters of the pinyin of a Chinese text: 结核分枝杆菌 → jhfzgj; other characters stay, in
 * lower case. A character of several readings gets the one the collation knows; good enough for
 * search, not for spelling.
 */
export const pinyinInitials = (text: string): string => Array.from(text, initialOf).join('')
