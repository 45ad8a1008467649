import { field, part, sheet, word, type OfficePlan } from './office.ts'
import { makeZip } from './zip.ts'

const nestedField = `<w:fldChar w:fldCharType="begin"/>${field('QUOTE 68 68 69')}<w:instrText> x</w:instrText><w:fldChar w:fldCharType="end"/>`

/** Documents with one thing in them that must be found, by the code it must be found under. */
export const hostileOffice: readonly { what: string; code: string; plan: OfficePlan }[] = [
  {
    what: 'a macro project',
    code: 'office-macro',
    plan: { parts: [part('word/vbaProject.bin', 'application/vnd.ms-office.vbaProject')] },
  },
  {
    what: 'a macro project under another name',
    code: 'office-macro',
    plan: {
      parts: [part('word/x.bin', 'application/vnd.ms-word.x')],
      links: [
        ['http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'x.bin', false],
      ],
    },
  },
  {
    what: 'the type of a macro document',
    code: 'office-macro',
    plan: { mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' },
  },
  {
    what: 'a macro sheet',
    code: 'office-macro',
    plan: {
      kind: 'xlsx',
      parts: [part('xl/macrosheets/sheet1.xml', 'application/vnd.ms-excel.macrosheet+xml')],
    },
  },
  {
    what: 'an embedded object',
    code: 'office-object',
    plan: {
      parts: [
        part(
          'word/embeddings/oleObject1.bin',
          'application/vnd.openxmlformats-officedocument.oleObject',
        ),
      ],
    },
  },
  {
    what: 'an embedded workbook',
    code: 'office-object',
    plan: {
      parts: [part('word/embeddings/book.xlsx', `${sheet}.sheet`)],
      links: [['package', 'embeddings/book.xlsx', false]],
    },
  },
  {
    what: 'an ActiveX control',
    code: 'office-object',
    plan: { parts: [part('word/activeX/activeX1.xml', 'application/vnd.ms-office.activeX+xml')] },
  },
  {
    what: 'an imported piece of another file',
    code: 'office-object',
    plan: {
      parts: [part('word/afchunk.mht', 'message/rfc822')],
      links: [['aFChunk', 'afchunk.mht', false]],
    },
  },
  {
    what: 'a template on the network',
    code: 'office-template',
    plan: { links: [['attachedTemplate', 'https://example.cn/evil.dotm', true]] },
  },
  {
    what: 'a template on the network without the external mark',
    code: 'office-template',
    plan: { links: [['attachedTemplate', 'https://example.cn/evil.dotm', false]] },
  },
  {
    what: 'a picture on the network',
    code: 'office-external',
    plan: { links: [['image', '\\\\server\\share\\a.png', true]] },
  },
  {
    what: 'a link to a file of the author’s computer',
    code: 'office-external',
    plan: { links: [['hyperlink', 'file:///C:/a.xlsx', true]] },
  },
  {
    what: 'a linked workbook',
    code: 'office-external',
    plan: {
      kind: 'xlsx',
      parts: [part('xl/externalLinks/externalLink1.xml', `${sheet}.externalLink+xml`)],
    },
  },
  {
    what: 'a data connection',
    code: 'office-external',
    plan: { kind: 'xlsx', parts: [part('xl/connections.xml', `${sheet}.connections+xml`)] },
  },
  {
    what: 'a field that starts a program',
    code: 'office-field',
    plan: { body: field(' DDEAUTO c:\\\\windows\\\\cmd.exe ') },
  },
  {
    what: 'such a field cut into runs',
    code: 'office-field',
    plan: { body: field(' D', 'DE', 'AUTO cmd') },
  },
  {
    what: 'such a field with entities',
    code: 'office-field',
    plan: { body: field('&#68;DE&#x41;UTO cmd') },
  },
  {
    what: 'such a field in one tag',
    code: 'office-field',
    plan: { body: '<w:fldSimple w:instr=" DDE cmd "/>' },
  },
  {
    what: 'such a field in the footnotes',
    code: 'office-field',
    plan: {
      parts: [
        part(
          'word/footnotes.xml',
          `${word}.footnotes+xml`,
          `<w:f xmlns:w="x">${field('DDE cmd')}</w:f>`,
        ),
      ],
    },
  },
  { what: 'a field made by another field', code: 'office-field', plan: { body: nestedField } },
  {
    what: 'a part without a registered type',
    code: 'office-type',
    plan: { parts: [part('word/run.exe', null)] },
  },
  {
    what: 'a program with a type of its own',
    code: 'office-object',
    plan: { parts: [part('word/run.exe', 'application/x-msdownload', 'MZ')] },
  },
  {
    what: 'an archive inside',
    code: 'zip-nested',
    plan: {
      parts: [part('word/media/a.png', 'image/png', makeZip([{ name: 'a', content: 'a' }]))],
    },
  },
  {
    what: 'an old Office file inside',
    code: 'zip-nested',
    plan: {
      parts: [part('word/media/a.png', 'image/png', Buffer.from('d0cf11e0a1b11ae100', 'hex'))],
    },
  },
  {
    what: 'the type of a template',
    code: 'office-type',
    plan: { mainType: `${word}.template.main+xml` },
  },
  {
    what: 'a document type declaration',
    code: 'office-type',
    plan: { body: '<!DOCTYPE x [<!ENTITY a "b">]>' },
  },
  {
    what: 'the type of a presentation',
    code: 'plain-zip',
    plan: {
      mainType:
        'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
    },
  },
  {
    what: 'parts that inflate beyond measure',
    code: 'zip-bomb',
    plan: { parts: [part('word/a.xml', 'application/xml', ' '.repeat(4_000_000))] },
  },
  {
    what: 'too many parts',
    code: 'zip-entries',
    plan: {
      parts: Array.from({ length: 500 }, (_, i) => part(`word/media/${i}.png`, 'image/png')),
    },
  },
]
