import { reason, type Reason } from '#frame/kernel/reason.ts'

/**
 * What a structure check can find. Each sentence says what was found, why it is not accepted and how to
 * mend it, because the person who reads it has only this file and an office program at hand.
 */
const sentences = {
  // of any file
  empty: '文件是空的（0 字节），没有可以审查的内容。请重新导出后再上传。',
  'unknown-kind':
    '认不出这是什么文件：它的开头不是 PDF、JPEG、PNG、DOCX、XLSX 或 DOC 的结构，只改文件名不能改变文件内容。请用原来的程序打开它，另存为要求的格式后再上传。',
  'content-before':
    '文件正文之前还有别的内容，同一个文件可能被当作两种文件打开。请用原来的程序打开后另存为新文件。',
  'content-after':
    '文件结束标记之后还有别的内容，同一个文件可能被当作两种文件打开。请用原来的程序打开后另存为新文件；图片可以另存为 PNG 后再上传。',
  'hidden-zip':
    '文件末尾藏有一个压缩包，同一个文件可能被当作两种文件打开。请用原来的程序打开后另存为新文件。',
  broken:
    '文件结构不完整或已损坏（{detail}），无法确认里面有什么。请用原来的程序打开检查，另存为新文件后再上传。',
  truncated: '文件不完整，后半部分缺失，可能是导出或传输中断。请重新导出或扫描后再上传。',
  'too-complex':
    '文件结构过于复杂（{detail}），超出安全检查的限度。请用“打印为 PDF”或另存为的办法生成一份简单的文件后再上传。',
  encrypted:
    '文件设有密码或使用限制，审查人员和系统都无法查看里面的内容。请取消密码（另存为不加密的文件）后再上传。',
  'check-failed':
    '安全检查没有在规定时间内完成，文件没有被接收。请把文件另存为一份简单的文件后再上传。',
  // PDF
  'pdf-script':
    'PDF 里有会自行运行的脚本（JavaScript）。脚本可能改变页面内容或联网，不能随材料提交。请用“打印为 PDF”重新生成后上传。',
  'pdf-launch':
    'PDF 里有启动外部程序的动作，打开时可能运行别的程序。请用“打印为 PDF”重新生成后上传。',
  'pdf-open-action':
    'PDF 设置了打开时自动执行的动作（{detail}），不是单纯跳到某一页。请用“打印为 PDF”重新生成后上传。',
  'pdf-additional-action':
    'PDF 的页面或表单带有自动触发的动作，翻页或点击时会自行执行。请用“打印为 PDF”重新生成后上传。',
  'pdf-attachment':
    'PDF 里夹带了附件。附件不经页面显示，审查人员看不到。请把附件单独上传，并用“打印为 PDF”重新生成本文件。',
  'pdf-media':
    'PDF 里嵌有音频、视频、三维或富媒体内容，无法归档和打印。请去掉多媒体内容，用“打印为 PDF”重新生成后上传。',
  'pdf-xfa':
    'PDF 是动态表单（XFA），不同软件打开时显示的内容可能不同。请填好后用“打印为 PDF”生成固定版面的文件再上传。',
  'pdf-submit': 'PDF 里有向外发送或导入表单数据的动作。请用“打印为 PDF”重新生成后上传。',
  'pdf-remote':
    'PDF 里引用了另一个文件（{detail}），这份文件离开原来的电脑就不完整。请把内容合并进来，用“打印为 PDF”重新生成后上传。',
  'pdf-pages': 'PDF 有 {detail} 页，超过 5000 页的上限。请拆分为几份文件分别上传。',
  // pictures
  'picture-size':
    '图片尺寸为 {detail} 像素，超出上限（每边不超过 20000 像素，总计不超过 1 亿像素）。请缩小图片或降低扫描分辨率（300 dpi 即可）后再上传。',
  // office documents
  'office-macro':
    '文件里有宏（VBA 或宏表）。宏是会自行运行的程序，不能随材料提交。请在“另存为”中选择不含宏的 .docx 或 .xlsx 格式后再上传。',
  'office-object':
    '文件里嵌入了别的文件或控件（{detail}），审查人员看不到其中内容。请把嵌入的对象或图表改为图片（选择性粘贴为图片），需要提交的文件单独上传。',
  'office-external':
    '文件引用了外部内容（{detail}），离开原来的电脑就不完整，打开时还可能联网。请断开链接（“编辑链接”中选“断开链接”，图片改为嵌入）后另存再上传。',
  'office-template':
    '文件挂接了网络上的模板，打开时会联网取模板，可能带入宏。请在“开发工具—文档模板”中改选本机的 Normal 模板，保存后再上传。',
  'office-field':
    '文件里有会从外部取数据或启动程序的域（{detail}）。请选中全文，按 Ctrl+Shift+F9 把域转为文字，另存后再上传。',
  'office-type':
    '文件内部登记的类型与内容不一致（{detail}），不能确认它是普通的 Word 文档或 Excel 工作簿。请用 Word、Excel 或 WPS 打开，另存为 .docx 或 .xlsx 后再上传。',
  'zip-entries':
    '文件内部有 {detail} 个部件，超过 500 个的上限。请用 Word、Excel 或 WPS 打开后另存为新文件再上传。',
  'zip-bomb':
    '文件解压后异常膨胀（{detail}），像是压缩炸弹。请用原来的程序打开后另存为新文件；图片过多时请先压缩图片。',
  'zip-nested':
    '文件内部还藏有另一个压缩包、文档或程序（{detail}），审查人员看不到其中内容。请删去后另存，需要提交的文件单独上传。',
  'zip-layout':
    '文件内部的目录与实际内容不一致（{detail}），不同软件可能读出不同的内容。请用 Word、Excel 或 WPS 打开后另存为新文件再上传。',
  'legacy-other':
    '这是旧版 Office 文件（{detail}），旧版格式中只接受 Word 97-2003 文档（.doc）。请另存为 .docx、.xlsx 或 PDF 后再上传。',
  'plain-zip':
    '这是压缩包或其他程序的文件，不是 Word 文档或 Excel 工作簿。请解压后把其中的文件逐个上传。',
} as const

/** Stable code of a finding. */
export type FindingCode = keyof typeof sentences

/**
 * A finding as a reason for the person. In: its code and, where the sentence has a place for it, a detail
 * (already in words a person may read; control characters and overlong details are cut).
 */
export function found(code: FindingCode, detail = ''): Reason {
  const shown = detail.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 80)
  return reason(null, `file-${code}`, sentences[code].replace('{detail}', shown))
}

/** Findings collected during one inspection: each code once, with the first detail seen. */
export class Findings {
  readonly #reasons = new Map<FindingCode, Reason>()

  add(code: FindingCode, detail?: string): void {
    if (!this.#reasons.has(code)) this.#reasons.set(code, found(code, detail))
  }

  list(): Reason[] {
    return [...this.#reasons.values()]
  }
}

/** Thrown inside an inspection when the structure cannot be followed further; never leaves inspect(). */
export class Unreadable extends Error {
  readonly code: FindingCode
  readonly detail: string

  constructor(code: FindingCode, detail = '') {
    super(`${code} ${detail}`)
    this.code = code
    this.detail = detail
  }
}
