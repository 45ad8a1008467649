import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { incomingPath } from '#frame/files/content-store.ts'
import { makeZip } from '#frame/files/corpus/zip.ts'
import { admitFile, takeIn, type SlotAddress } from '#frame/files/intake.ts'
import type { House } from '#frame/house.ts'
import type { Visit } from '#frame/http/open.ts'
import { newId } from '#frame/kernel/id.ts'
import { openRenderer } from '#frame/papers/render.ts'
import type { Actor } from '#frame/people/actor.ts'

const ns = 'http://schemas.openxmlformats.org'
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const run = (text: string, bold = false) =>
  `<w:p><w:r>${bold ? '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`

/** A Word file of a heading and paragraphs, such as an applicant would write (S2-170). */
export function wordFile(heading: string, paragraphs: readonly string[]): Buffer {
  const body = run(heading, true) + paragraphs.map((p) => run(p)).join('')
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  const types = `<Types xmlns="${ns}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`
  const link = `<Relationship Id="r1" Type="${ns}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>`
  return makeZip([
    { name: '[Content_Types].xml', content: xml + types },
    {
      name: '_rels/.rels',
      content: `${xml}<Relationships xmlns="${ns}/package/2006/relationships">${link}</Relationships>`,
    },
    {
      name: 'word/document.xml',
      content: `${xml}<w:document xmlns:w="${ns}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    },
  ])
}

/** A scan for each title, set once: what a unit would bring as certificate or as rules of its own. */
export async function scansOf(
  titles: Readonly<Record<string, string>>,
): Promise<Record<string, Buffer>> {
  const renderer = openRenderer(path.join(import.meta.dirname, 'no-fonts'))
  const template = path.join(import.meta.dirname, 'scan.typ')
  const lines = ['编号：演示', '本文件为演示用的虚构材料，不具有任何效力。']
  try {
    const made: Record<string, Buffer> = {}
    for (const [code, title] of Object.entries(titles)) {
      const { pdf } = await renderer.render({ template, data: { title, lines } })
      made[code] = Buffer.from(pdf)
    }
    return made
  } finally {
    await renderer.stop()
  }
}

/** The two scans of the demonstration, set once. */
export async function demoScans(): Promise<Record<'lab-level' | 'test-report', Buffer>> {
  const renderer = openRenderer(path.join(import.meta.dirname, 'no-fonts'))
  const template = path.join(import.meta.dirname, 'scan.typ')
  const set = async (data: object) => Buffer.from((await renderer.render({ template, data })).pdf)
  try {
    return {
      'lab-level': await set({
        title: '实验室生物安全备案证明（演示）',
        lines: [
          '实验室名称：微生物学实验室',
          '生物安全防护水平：BSL-2',
          '备案编号：京海备 2025-0102',
          '本文件为演示用的虚构材料，不具有任何效力。',
        ],
      }),
      'test-report': await set({
        title: '检测报告（演示）',
        lines: [
          '样品：见申请附表',
          '检测项目：HBsAg、抗-HCV、抗-HIV 1/2、梅毒螺旋体抗体',
          '检测结果：均为阴性',
          '本文件为演示用的虚构材料，不具有任何效力。',
        ],
      }),
    }
  } finally {
    await renderer.stop()
  }
}

/** Puts a document into a slot the way an upload does. In: who brings it, the slot of which subject, the bytes. */
export async function bringDocument(
  house: House,
  actor: Actor,
  to: SlotAddress,
  name: string,
  bytes: Buffer,
): Promise<void> {
  const visit = { house, actor, requestId: newId(), idemKey: undefined } as Visit
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const open = await admitFile(visit, to, { name, size: bytes.length, sha256 })
  const at = await incomingPath(house.config.dataDir)
  await writeFile(at, bytes)
  await takeIn(visit, open, {
    name,
    announced: sha256,
    path: at,
    received: { size: bytes.length, sha256 },
  })
}
