import { field, part, sheet, type OfficePlan } from './office.ts'

/** Documents in ordinary use. */
export const innocentOffice: readonly { what: string; kind: 'docx' | 'xlsx'; plan: OfficePlan }[] =
  [
    { what: 'plain text', kind: 'docx', plan: {} },
    { what: 'a plain workbook', kind: 'xlsx', plan: { kind: 'xlsx' } },
    {
      what: 'text that speaks of macros',
      kind: 'docx',
      plan: { body: '<w:p><w:r><w:t>vbaProject.bin DDEAUTO macroEnabled</w:t></w:r></w:p>' },
    },
    {
      what: 'web and mail links',
      kind: 'docx',
      plan: {
        links: [
          ['hyperlink', 'https://example.cn/?a=1&amp;b=2', true],
          ['hyperlink', 'mailto:a@example.cn', true],
        ],
      },
    },
    {
      what: 'a picture',
      kind: 'docx',
      plan: {
        parts: [part('word/media/image1.png', 'image/png', Buffer.from('89504e470d0a1a0a', 'hex'))],
        links: [['image', 'media/image1.png', false]],
      },
    },
    {
      what: 'a table of contents',
      kind: 'docx',
      plan: {
        body: `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${field('PAGEREF _Toc1')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      },
    },
    {
      what: 'printer settings and a check box',
      kind: 'xlsx',
      plan: {
        kind: 'xlsx',
        parts: [
          part(
            'xl/printerSettings/printerSettings1.bin',
            `${sheet}.printerSettings`,
            Buffer.alloc(40, 7),
          ),
          part('xl/ctrlProps/ctrlProp1.xml', 'application/vnd.ms-excel.controlproperties+xml'),
        ],
      },
    },
    {
      what: 'a cell picture of a Chinese office program',
      kind: 'xlsx',
      plan: {
        kind: 'xlsx',
        parts: [part('xl/cellimages.xml', 'application/vnd.wps-officedocument.cellimage+xml')],
      },
    },
    {
      what: 'a template on the author’s own disk',
      kind: 'docx',
      plan: { links: [['attachedTemplate', 'file:///C:\\Users\\a\\Templates\\letter.dotx', true]] },
    },
  ]
