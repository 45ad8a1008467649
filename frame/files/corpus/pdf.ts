import { deflateSync } from 'node:zlib'

/** A PDF to be made: objects 1 to n in order, the first being the catalog. */
export interface PdfPlan {
  objects: readonly string[]
  /** Entries added to the trailer, e.g. '/Encrypt 9 0 R'. */
  trailer?: string
  /** Pack every object without a stream into one compressed object stream. */
  packed?: boolean
  /** Write no usable cross-reference table: readers then search the file. */
  lostTable?: boolean
}

/** The usual objects of a one-page document; `page` and `catalog` add entries, `more` objects from 5 on. */
export function onePage(
  options: { page?: string; catalog?: string; text?: string; more?: readonly string[] } = {},
): string[] {
  const text = options.text ?? 'BT /F1 12 Tf 72 720 Td (Descriptive file) Tj ET'
  return [
    `<< /Type /Catalog /Pages 2 0 R ${options.catalog ?? ''} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> ${options.page ?? ''} >>`,
    stream(text),
    ...(options.more ?? []),
  ]
}

/** A stream object's text. In: latin-1 content, entries of its dictionary, and whether to deflate it. */
export function stream(content: string, entries = '', deflated = false): string {
  const raw = Buffer.from(content, 'latin1')
  const data = deflated ? deflateSync(raw) : raw
  const filter = deflated ? '/Filter /FlateDecode' : ''
  return `<< /Length ${data.length} ${filter} ${entries} >>\nstream\n${data.toString('latin1')}\nendstream`
}

/** Makes the file. */
export function makePdf(plan: PdfPlan): Buffer {
  return plan.packed ? packedPdf(plan) : plainPdf(plan)
}

const header = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'

function plainPdf({ objects, trailer = '', lostTable = false }: PdfPlan): Buffer {
  let body = header
  const offsets = objects.map((object, i) => {
    const at = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = body.length
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\n`
  body += `startxref\n${lostTable ? 7 : table}\n%%EOF\n`
  return Buffer.from(body, 'latin1')
}

function packedPdf({ objects, trailer = '' }: PdfPlan): Buffer {
  const rows: [number, number, number][] = [[0, 0, 65_535]]
  const packer = objects.length + 1
  let body = header
  let inner = ''
  let index = ''
  let packed = 0
  objects.forEach((object, i) => {
    if (object.includes('endstream')) {
      rows.push([1, body.length, 0])
      body += `${i + 1} 0 obj\n${object}\nendobj\n`
    } else {
      rows.push([2, packer, packed++])
      index += `${i + 1} ${inner.length} `
      inner += `${object} `
    }
  })
  rows.push([1, body.length, 0])
  const entries = `/Type /ObjStm /N ${packed} /First ${index.length}`
  body += `${packer} 0 obj\n${stream(index + inner, entries, true)}\nendobj\n`
  const table = body.length
  rows.push([1, table, 0])
  const bytes = Buffer.concat(rows.map(xrefRow)).toString('latin1')
  const dict = `/Type /XRef /W [1 4 2] /Size ${rows.length} /Root 1 0 R ${trailer}`
  body += `${packer + 1} 0 obj\n${stream(bytes, dict, true)}\nendobj\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(body, 'latin1')
}

function xrefRow([kind, second, third]: [number, number, number]): Buffer {
  const row = Buffer.alloc(7)
  row.writeUInt8(kind, 0)
  row.writeUInt32BE(second, 1)
  row.writeUInt16BE(third, 5)
  return row
}

/** Objects with one thing in them that must be found, by the code it must be found under. */
export const hostilePdfs: readonly { what: string; code: string; objects: readonly string[] }[] = [
  hostile('a script run when the file opens', 'pdf-script', {
    catalog: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>',
  }),
  hostile('a script in another object', 'pdf-script', {
    catalog: '/OpenAction 5 0 R',
    more: ['<< /S /JavaScript /JS 6 0 R >>', stream('app.alert(1)', '', true)],
  }),
  hostile('a script whose name is written with escapes', 'pdf-script', {
    catalog: '/OpenAction << /S /J#61va#53cript /J#53 (app.alert(1)) >>',
  }),
  hostile('a script type behind a reference', 'pdf-script', {
    catalog: '/OpenAction << /S 5 0 R /Next 6 0 R >>',
    more: ['/JavaScript', 'null'],
  }),
  hostile('a named script', 'pdf-script', {
    catalog: '/Names << /JavaScript << /Names [(a) << /JS (1) /S /JavaScript >>] >> >>',
  }),
  hostile('a script behind a link', 'pdf-script', {
    page: '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (javascript:alert(1)) >> >>]',
  }),
  hostile('a started program', 'pdf-launch', {
    page: '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (cmd.exe) >> >>]',
  }),
  hostile('an opening action that is no jump', 'pdf-open-action', {
    catalog: '/OpenAction << /S /Named /N /Print >>',
  }),
  hostile('an additional action of a page', 'pdf-additional-action', {
    page: '/AA << /O << /S /Named /N /Print >> >>',
  }),
  hostile('an attachment', 'pdf-attachment', {
    catalog: '/Names << /EmbeddedFiles << /Names [(a.exe) 5 0 R] >> >>',
    more: [
      '<< /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>',
      stream('MZ', '/Type /EmbeddedFile'),
    ],
  }),
  hostile('an attachment pinned to a page', 'pdf-attachment', {
    page: '/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS << /F (a.exe) >> >>]',
  }),
  hostile('rich media', 'pdf-media', {
    page: '/Annots [<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] >>]',
  }),
  hostile('a dynamic form', 'pdf-xfa', {
    catalog: '/AcroForm << /Fields [] /XFA 5 0 R >>',
    more: [stream('<xdp:xdp/>')],
  }),
  hostile('a form sent out', 'pdf-submit', {
    page: '/Annots [<< /Type /Annot /Subtype /Widget /FT /Btn /Rect [0 0 9 9] /A << /S /SubmitForm /F (https://example.cn/x) >> >>]',
  }),
  hostile('a jump into another file', 'pdf-remote', {
    page: '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /GoToR /F (\\\\\\\\server\\\\x.pdf) /D [0 /Fit] >> >>]',
  }),
  hostile('a stream whose data lies elsewhere', 'pdf-remote', {
    more: [stream('', '/F (other.bin)')],
  }),
]

function hostile(what: string, code: string, options: Parameters<typeof onePage>[0]) {
  return { what, code: `file-${code}`, objects: onePage(options) }
}

/** Documents in ordinary use that only look suspicious to a search of their bytes. */
export const innocentPdfs: readonly { what: string; objects: readonly string[] }[] = [
  { what: 'a plain page', objects: onePage() },
  {
    what: 'a page whose text speaks of scripts',
    objects: onePage({
      text: 'BT /F1 12 Tf (TypeScript /JavaScript /JS /Launch /OpenAction /AA 7 0 obj) Tj ET',
    }),
  },
  {
    what: 'a title that speaks of scripts',
    objects: onePage({
      more: ['<< /Title (/JavaScript /JS \\( /AA) /Author (<< /S /Launch >>) >>'],
    }),
  },
  { what: 'an opening view', objects: onePage({ catalog: '/OpenAction [3 0 R /FitH 842]' }) },
  {
    what: 'an opening jump',
    objects: onePage({ catalog: '/OpenAction << /S /GoTo /D [3 0 R /Fit] >>' }),
  },
  {
    what: 'a web link',
    objects: onePage({
      page: '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /Border [0 0 0] /A << /S /URI /URI (https://example.cn/) >> >>]',
    }),
  },
  { what: 'a form without scripts', objects: onePage({ catalog: '/AcroForm << /Fields [] >>' }) },
  {
    what: 'empty name trees',
    objects: onePage({
      catalog: '/Names << /EmbeddedFiles << /Names [] >> /JavaScript << /Names [] >> >>',
    }),
  },
  {
    what: 'a bookmark and page labels',
    objects: onePage({
      catalog: '/PageLabels << /Nums [0 << /S /D >>] >> /Outlines << /Count 0 >>',
    }),
  },
  {
    what: 'a stream with a tricky word in it',
    objects: onePage({ more: [stream('endobj 9 0 obj << /S /JavaScript /JS (x) >> endobj')] }),
  },
  {
    what: 'names a program might trip over',
    objects: onePage({
      catalog: '/constructor 1 /__proto__ << /toString /valueOf >>',
      more: ['<< /S /constructor /Subtype /hasOwnProperty >>'],
    }),
  },
]
