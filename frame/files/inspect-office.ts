import type { FileKind } from './file-kind.ts'
import { Findings, Unreadable, type FindingCode } from './finding.ts'
import type { KindInspection } from './inspection.ts'
import { dangerousField } from './office-fields.ts'
import {
  isRelationshipPart,
  readOfficePackage,
  type OfficePackage,
  type Relationship,
} from './office-package.ts'
import { walkZip, type ZipPart } from './zip-walk.ts'

const mainTypes: Readonly<Record<'docx' | 'xlsx', string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
}

/** Kinds of relationship that bring something no reviewer sees; the words stand in the reason. */
const relationshipFindings = new Map<string, [FindingCode, string]>([
  ['vbaProject', ['office-macro', '']],
  ['wordVbaData', ['office-macro', '']],
  ['xlMacrosheet', ['office-macro', '']],
  ['xlIntlMacrosheet', ['office-macro', '']],
  ['oleObject', ['office-object', '嵌入对象']],
  ['package', ['office-object', '嵌入的文件']],
  ['control', ['office-object', 'ActiveX 控件']],
  ['activeXControlBinary', ['office-object', 'ActiveX 控件']],
  ['aFChunk', ['office-object', '插入的文件']],
  ['video', ['office-object', '视频']],
  ['audio', ['office-object', '音频']],
  ['media', ['office-object', '音视频']],
  ['webextension', ['office-object', '网页加载项']],
  ['webextensiontaskpanes', ['office-object', '网页加载项']],
  ['extensibility', ['office-object', '自定义界面']],
  ['externalLink', ['office-external', '别的工作簿']],
  ['externalLinkPath', ['office-external', '别的工作簿']],
  ['connections', ['office-external', '外部数据连接']],
  ['queryTable', ['office-external', '外部数据连接']],
])

/** The same by registered media type, for parts that no relationship names. */
const typeFindings: readonly [RegExp, FindingCode, string][] = [
  [/macroenabled|vbaproject|vbadata|macrosheet/, 'office-macro', ''],
  [/oleobject|activex|\.package$/, 'office-object', '嵌入对象'],
  [/externallink|connections\+xml|querytable/, 'office-external', '外部数据'],
]

const ordinaryTypes =
  /^(application\/xml|text\/xml|image\/[\w.+-]+|application\/inkml\+xml|application\/x-font[\w-]*|application\/vnd\.(openxmlformats-(officedocument|package)|ms-(office|word|excel)|wps-officedocument)[\w.+-]*)$/

const innerFiles: readonly [string, string][] = [
  ['504b0304', '压缩包'],
  ['504b0506', '压缩包'],
  ['d0cf11e0a1b11ae1', '旧版 Office 文件'],
  ['25504446', 'PDF 文件'],
  ['52617221', '压缩包'],
  ['377abcaf271c', '压缩包'],
  ['7b5c727466', 'RTF 文件'],
  ['7f454c46', '程序'],
]

/**
 * Inspects a DOCX or XLSX: the archive first, then what the package says of its parts. In: the whole file.
 * Out: its kind and findings. Errors: Unreadable.
 */
export async function inspectOffice(
  bytes: Buffer,
): Promise<KindInspection & { kind: FileKind | null }> {
  const findings = new Findings()
  const office = readOfficePackage(await walkZip(bytes, isText))
  const kind = kindOf(office, findings)
  for (const part of office.parts.values()) judgePart(office, part, findings)
  for (const link of office.relationships) judgeRelationship(link, findings)
  judgeFields(office, findings)
  return { kind, reasons: findings.list(), facts: {} }
}

const isText = (name: string) =>
  isRelationshipPart(name) ||
  /^\[content_types\]\.xml$/i.test(name) ||
  /^word\/.*\.xml$/i.test(name)

function kindOf(office: OfficePackage, findings: Findings): 'docx' | 'xlsx' | null {
  const type = office.main === undefined ? undefined : office.typeOf(office.main)
  if (type === mainTypes.docx) return 'docx'
  if (type === mainTypes.xlsx) return 'xlsx'
  if (type && /presentationml|visio/.test(type)) throw new Unreadable('plain-zip')
  if (type && /macroenabled/.test(type)) findings.add('office-macro')
  else findings.add('office-type', /template/.test(type ?? '') ? '这是模板文件' : '主文档')
  return null
}

function judgePart(office: OfficePackage, part: ZipPart, findings: Findings): void {
  const name = part.name.toLowerCase()
  const head = part.head.toString('hex')
  const inner = innerFiles.find(([magic]) => head.startsWith(magic))
  const type = office.typeOf(part.name)
  if (name.endsWith('vbaproject.bin')) findings.add('office-macro')
  else if (/(^|\/)(embeddings|activex)\//.test(name)) findings.add('office-object', '嵌入对象')
  else if (inner) findings.add('zip-nested', inner[1])
  else if (type === undefined) findings.add('office-type', `${part.name} 没有登记类型`)
  else {
    const known = typeFindings.find(([pattern]) => pattern.test(type))
    if (known) findings.add(known[1], known[2])
    else if (!ordinaryTypes.test(type)) findings.add('office-object', part.name)
  }
}

function judgeRelationship(link: Relationship, findings: Findings): void {
  const known = relationshipFindings.get(link.type)
  if (known) findings.add(known[0], known[1])
  else if (link.external && link.type === 'attachedTemplate') judgeTemplate(link.target, findings)
  else if (link.external && link.type === 'hyperlink') judgeHyperlink(link.target, findings)
  else if (link.external)
    findings.add('office-external', externalWords.get(link.type) ?? '外部部件')
}

const externalWords = new Map([
  ['image', '外部图片'],
  ['subDocument', '子文档'],
  ['frame', '框架页'],
  ['mailMergeSource', '邮件合并数据源'],
])

// Word writes down where on the author's own disk the template lay; there it stays, and nothing is fetched.
function judgeTemplate(target: string, findings: Findings): void {
  if (!/^(file:\/\/\/)?[a-z](:|%3a)[\\/]/i.test(target)) findings.add('office-template')
}

// A web or mail address that a person may click is text like any other; a path on some computer is not.
function judgeHyperlink(target: string, findings: Findings): void {
  if (/^(https?|mailto|tel):/i.test(target) || target.startsWith('#') || target === '') return
  findings.add('office-external', '指向本机或局域网文件的超链接')
}

const wordText = /^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\./

function judgeFields(office: OfficePackage, findings: Findings): void {
  for (const part of office.parts.values()) {
    const type = office.typeOf(part.name)
    if (!type || !wordText.test(type)) continue
    // A part of text that was not read, because it lies where Word never puts it.
    if (!part.content) findings.add('office-type', `${part.name} 的位置不寻常`)
    const field = part.content && dangerousField(part.content)
    if (field) findings.add('office-field', field)
  }
}
