import type { z } from 'zod'
import { labelCodes, labelWords } from '#rooms/library/public.ts'
import { todayInBeijing } from '#frame/calendar/day.ts'
import { lineColumns, type LineColumnName } from '../item-lines.ts'
import type { filedDoor } from './doors.ts'

type Filed = z.input<typeof filedDoor.reply>

/** One file of a bundle as its index names it. */
export interface IndexLine {
  /** Where it lies in the bundle; null where it could not be put in, and why. */
  path: string | null
  what: string
  sha256: string | null
  why?: string
}

const escaped = (text: string) =>
  text.replaceAll(
    /[&<>"']/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]!,
  )

const page = (title: string, body: string) => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<style>body{font:14px/1.6 sans-serif;margin:2em;max-width:60em}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #999;padding:4px 8px;text-align:left;vertical-align:top}th{width:12em;background:#f3f3f3}
thead th{width:auto}code{font-size:11px;word-break:break-all}</style></head>
<body><h1>${escaped(title)}</h1>${body}</body></html>
`

/** A cell as it reads: what the label carries in words, *** where there is nothing (S2-146). */
function cellWords(name: LineColumnName, line: Filed['lines'][number]): string {
  const label =
    name === 'labelSays' ? labelCodes.find((code) => code === line.labelSays) : undefined
  return label === undefined ? String(line[name] ?? '') || '***' : labelWords[label].zh
}

/** A filing as a page of its own, in Chinese as the form is printed; nothing in it runs. */
export function filedHtml(filed: Filed): string {
  const title = `${filed.number ?? ''} 第 ${filed.n} 次提交`
  const fields = filed.fields
    .map((f) => `<tr><th>${escaped(f.title.zh)}</th><td>${escaped(f.value.zh)}</td></tr>`)
    .join('\n')
  const columns = lineColumns.filter((c) =>
    filed.lines.some((line) => (line[c.name] ?? '') !== '' && line[c.name] !== null),
  )
  const head = columns.map((c) => `<th>${escaped(c.title.zh)}</th>`).join('')
  const lines = filed.lines
    .map(
      (line, i) =>
        `<tr><td>${i + 1}</td>${columns.map((c) => `<td>${escaped(cellWords(c.name, line))}</td>`).join('')}</tr>`,
    )
    .join('\n')
  const documents = filed.documents
    .map((d) => `<li>${escaped(d.slot)}：${escaped(d.name)}</li>`)
    .join('\n')
  return page(
    title,
    `<p>${escaped(filed.unitName)}，${todayInBeijing(new Date(filed.at))} 提交</p>
<h2>申请表</h2><table>${fields}</table>
<h2>附表</h2><table><thead><tr><th>序号</th>${head}</tr></thead><tbody>${lines}</tbody></table>
<h2>随附文件</h2><ul>${documents}</ul>`,
  )
}

/** The index of a bundle: what lies where, each with its fingerprint, and what is missing and why. */
export function indexHtml(title: string, lines: readonly IndexLine[]): string {
  const rows = lines
    .map(
      (l) =>
        `<tr><td>${escaped(l.what)}</td><td>${
          l.path === null
            ? `未放入：${escaped(l.why ?? '')}`
            : `<a href="${escaped(l.path.split('/').map(encodeURIComponent).join('/'))}">${escaped(l.path)}</a>`
        }</td><td><code>${l.sha256 ?? ''}</code></td></tr>`,
    )
    .join('\n')
  return page(
    title,
    `<table><thead><tr><th>内容</th><th>位置</th><th>SHA-256</th></tr></thead><tbody>${rows}</tbody></table>`,
  )
}
