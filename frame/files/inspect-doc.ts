import { readCompoundFile, type CompoundEntry, type CompoundFile } from './compound-file.ts'
import { Findings, Unreadable } from './finding.ts'
import type { KindInspection } from './inspection.ts'

const wordMagic = 0xa5ec
const encryptedBit = 0x0100
// Word 97 and later; earlier formats keep their macros elsewhere.
const oldestVersion = 0xc1

/** Other programs that use the same container, by the stream they all have. */
const others: readonly [RegExp, string][] = [
  [/^(workbook|book)$/i, 'Excel 97-2003 工作簿'],
  [/^powerpoint document$/i, 'PowerPoint 97-2003 演示文稿'],
  [/^__substg1\.0_/i, 'Outlook 邮件'],
  [/^visiodocument$/i, 'Visio 绘图'],
]

/**
 * Inspects a Word 97-2003 document by its storages. In: the whole file. Out: findings. Errors: Unreadable.
 */
export function inspectDoc(bytes: Buffer): KindInspection {
  const findings = new Findings()
  const file = readCompoundFile(bytes)
  if (file.entries.some((e) => e.path === 'EncryptedPackage')) throw new Unreadable('encrypted')
  const document = file.entries.find((e) => e.path.toLowerCase() === 'worddocument' && !e.isStorage)
  if (!document) throw new Unreadable('legacy-other', otherProgram(file))
  checkHead(file, document)
  for (const entry of file.entries) judgeEntry(entry, file.entries, findings)
  return { reasons: findings.list(), facts: {} }
}

function otherProgram(file: CompoundFile): string {
  const known = others.find(([pattern]) => file.entries.some((e) => pattern.test(e.path)))
  return known ? known[1] : '其他程序的文件'
}

function checkHead(file: CompoundFile, document: CompoundEntry): void {
  const head = file.read(document, 32)
  if (head.length < 32 || head.readUInt16LE(0) !== wordMagic)
    throw new Unreadable('broken', '正文开头')
  if (head.readUInt16LE(2) < oldestVersion)
    throw new Unreadable('legacy-other', 'Word 97 之前的文档')
  if (head.readUInt16LE(10) & encryptedBit) throw new Unreadable('encrypted')
}

function judgeEntry(entry: CompoundEntry, all: readonly CompoundEntry[], findings: Findings): void {
  const name = entry.path.split('/').at(-1)!.toLowerCase()
  if (entry.isStorage && /^(macros|vba|_vba_project_cur)$/.test(name)) findings.add('office-macro')
  if (name === '_vba_project') findings.add('office-macro')
  // Word leaves an empty pool behind when the last object is deleted.
  if (
    entry.isStorage &&
    name === 'objectpool' &&
    all.some((e) => e.path.startsWith(`${entry.path}/`))
  )
    findings.add('office-object', '嵌入对象')
  if (name === '\u0001ole10native' || name === 'package')
    findings.add('office-object', '嵌入的文件')
}
