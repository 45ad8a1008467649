import { z } from 'zod'

const formats: Record<string, string> = {
  email: '邮箱地址，例如 name@example.cn',
  url: '网址，以 https:// 开头',
  uuid: '系统给出的编号',
  date: '日期，例如 2026-11-23',
  datetime: '日期和时间，例如 2026-11-23T09:00:00+08:00',
  time: '时间，例如 13:30',
}

const kinds: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '“是”或“否”',
  array: '列表',
  tuple: '列表',
  object: '一组内容',
  record: '一组内容',
  date: '日期',
}

function size(origin: string, amount: number | bigint, bound: '最多' | '至少'): string {
  if (origin === 'string') return `${bound} ${amount} 个字，请改写后再提交。`
  if (origin === 'array' || origin === 'set') return `${bound} ${amount} 项，请增减后再提交。`
  return bound === '最多' ? `不能大于 ${amount}，请改小。` : `不能小于 ${amount}，请改大。`
}

/** What is wrong with a value that its form's own words do not say: what, and how to mend it. */
export function inputWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return '没有填写，请填写这一项。'
      return `应为${kinds[issue.expected] ?? '另一种内容'}，请改正。`
    case 'too_big':
      return size(issue.origin, issue.maximum, '最多')
    case 'too_small':
      if (issue.origin === 'string' && issue.input === '') return '没有填写，请填写这一项。'
      return size(issue.origin, issue.minimum, '至少')
    case 'invalid_format':
      return `格式不对，应为${formats[issue.format] ?? '规定的写法'}，请改正。`
    case 'invalid_value':
      return '不是可以选择的内容，请从列表中选择。'
    case 'unrecognized_keys':
      return `多出了不认识的内容：${issue.keys.join('、').slice(0, 100)}。请去掉，或刷新页面后重试。`
    default:
      return '填写有误，请检查这一项。'
  }
}

/** Gives every form those words where it has none of its own. Once per process. */
export function sayWrongInputInChinese(): void {
  z.config({ customError: inputWords })
}
