import { makeZip, type ZipEntry } from './zip.ts'

/** Beginning of the media types of Word parts. */
export const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
/** Beginning of the media types of Excel parts. */
export const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relationshipsType = 'application/vnd.openxmlformats-package.relationships+xml'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** What may be added to a plain document. */
export interface OfficePlan {
  kind?: 'docx' | 'xlsx'
  /** Further entries, with the media type registered for each (null: none). */
  parts?: readonly (ZipEntry & { type: string | null })[]
  /** Relationships of the main part: [type, target, external]. */
  links?: readonly [string, string, boolean][]
  /** What the main part holds between its root tags. */
  body?: string
  mainType?: string
}

/** The entries of a small document, to be packed by makeZip. */
export function officeEntries(plan: OfficePlan = {}): ZipEntry[] {
  const isWord = plan.kind !== 'xlsx'
  const main = isWord ? 'word/document.xml' : 'xl/workbook.xml'
  const mainType =
    plan.mainType ?? (isWord ? `${word}.document.main+xml` : `${sheet}.sheet.main+xml`)
  const parts = plan.parts ?? []
  const overrides = [{ name: main, type: mainType }, ...parts]
    .filter((p) => p.type !== null)
    .map((p) => `<Override PartName="/${p.name}" ContentType="${p.type}"/>`)
  const root = isWord ? 'document' : 'workbook'
  return [
    {
      name: '[Content_Types].xml',
      content: `${declaration}<Types><Default Extension="rels" ContentType="${relationshipsType}"/><Default Extension="png" ContentType="image/png"/>${overrides.join('')}</Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${declaration}<Relationships><Relationship Id="r1" Type="${relationships}/officeDocument" Target="${main}"/></Relationships>`,
    },
    {
      name: main.replace(/([^/]*)$/, '_rels/$1.rels'),
      content: `${declaration}<Relationships>${(plan.links ?? []).map(linkTag).join('')}</Relationships>`,
    },
    {
      name: main,
      content: `${declaration}<w:${root} xmlns:w="x">${plan.body ?? '<w:p><w:r><w:t>描述性文件</w:t></w:r></w:p>'}</w:${root}>`,
    },
    ...parts,
  ]
}

const linkTag = ([type, target, external]: [string, string, boolean], i: number) =>
  `<Relationship Id="r${i}" Type="${type.includes(':') ? type : `${relationships}/${type}`}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`

/** A small document, packed. */
export function makeOffice(plan: OfficePlan = {}): Buffer {
  return makeZip(officeEntries(plan))
}

/** A further part of a document. */
export const part = (name: string, type: string | null, content: Buffer | string = '<x/>') => ({
  name,
  type,
  content,
})

/** A Word field whose instruction is spread over runs. */
export const field = (...runs: string[]) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${runs.map((r) => `<w:r><w:instrText xml:space="preserve">${r}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
