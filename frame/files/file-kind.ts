import type { Words } from '#frame/kernel/lifecycle.ts'

/** What a file is by its structure. Nothing else is accepted anywhere in the house. */
export type FileKind = 'pdf' | 'jpeg' | 'png' | 'docx' | 'xlsx' | 'doc'

interface KindRow extends Words {
  /** Endings a name may have, the usual one first, without the dot. */
  endings: readonly string[]
  mediaType: string
}

/** Every accepted kind with its words, name endings and media type. */
export const fileKinds = {
  pdf: { zh: 'PDF 文件', en: 'PDF', endings: ['pdf'], mediaType: 'application/pdf' },
  jpeg: { zh: 'JPEG 图片', en: 'JPEG image', endings: ['jpg', 'jpeg'], mediaType: 'image/jpeg' },
  png: { zh: 'PNG 图片', en: 'PNG image', endings: ['png'], mediaType: 'image/png' },
  docx: {
    zh: 'Word 文档（.docx）',
    en: 'Word document (.docx)',
    endings: ['docx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: {
    zh: 'Excel 工作簿（.xlsx）',
    en: 'Excel workbook (.xlsx)',
    endings: ['xlsx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  doc: {
    zh: 'Word 97-2003 文档（.doc）',
    en: 'Word 97-2003 document (.doc)',
    endings: ['doc'],
    mediaType: 'application/msword',
  },
} as const satisfies Record<FileKind, KindRow>

/** All kinds, in the order of the table. */
export const fileKindCodes = Object.keys(fileKinds) as FileKind[]

/** Whether a browser shows such a file by itself, so that a page may show it beside a form. */
export const isShownInside = (kind: FileKind): boolean =>
  kind === 'pdf' || kind === 'jpeg' || kind === 'png'

/** Whether a file name ends as its kind should. In: the name as the person gave it. */
export function nameFits(name: string, kind: FileKind): boolean {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return (fileKinds[kind].endings as readonly string[]).includes(ending)
}

/** The kinds as a person reads them: “PDF 文件、JPEG 图片”. */
export function kindsInWords(kinds: readonly FileKind[]): string {
  return kinds.map((kind) => fileKinds[kind].zh).join('、')
}
