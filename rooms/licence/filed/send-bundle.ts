import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { contentPath, hasContent } from '#frame/files/content-store.ts'
import { allFiles, type StoredFile } from '#frame/files/stored-files.ts'
import type { House } from '#frame/house.ts'
import type { Visit } from '#frame/http/open.ts'
import { paperKind } from '#frame/papers/kind.ts'
import { loadPapersOf, type KnownPaper } from '#frame/papers/load-paper.ts'
import { keptPaper } from '#frame/papers/paper-store.ts'
import { mayRead } from '#frame/papers/readers.ts'
import { attachmentName } from '#frame/papers/send-paper.ts'
import type { LicenceFacts } from '../facts.ts'
import { placeOf } from '../paper-facts.ts'
import { shownFor } from '../slots.ts'
import { filedInReach, filedView, type KeptFiling } from './filed-case.ts'
import { filedHtml, indexHtml, type IndexLine } from './filed-html.ts'
import { pathsOnce, safeName } from './safe-names.ts'

/** A zip that is being made, and what its index says so far. */
interface Bundle {
  zip: ZipFile
  index: IndexLine[]
  path: (folder: string, name: string) => string
}

/**
 * Everything of one case that this person may have, in one file, streamed while it is made: each filing, each
 * document with its earlier versions, each paper he may read, and an index with the fingerprint of each.
 * Errors: absent.
 */
export async function sendBundle(visit: Visit, id: string): Promise<Readable> {
  const { house, reply } = visit
  const { facts, filings } = await filedInReach(visit, id)
  const once = pathsOnce()
  const bundle: Bundle = {
    zip: new ZipFile(),
    index: [],
    path: (folder, name) => once(`${safeName(folder)}/${safeName(name)}`),
  }
  addFilings(bundle, facts, filings)
  await addDocuments(bundle, house, facts, filings)
  await addPapers(bundle, visit, facts)
  const title = `${facts.number ?? '草稿'} ${facts.unit.nameZh}`
  const index = Buffer.from(indexHtml(title, bundle.index))
  bundle.zip.addBuffer(index, '目录.html', { mtime: house.clock.now() })
  bundle.zip.end()
  reply.header('content-type', 'application/zip')
  reply.header('content-disposition', attachmentName(`${title}.zip`))
  reply.header('x-content-type-options', 'nosniff')
  reply.header('cache-control', 'private, no-store')
  const stream = bundle.zip.outputStream as Readable
  // a file that goes while the zip is made: the download breaks off, it is not cut short in silence
  bundle.zip.on('error', (error: Error) => stream.destroy(error))
  return stream
}

function addFilings(bundle: Bundle, facts: LicenceFacts, filings: readonly KeptFiling[]): void {
  for (const filing of filings) {
    const filed = filedView(facts, filing)
    const asData = JSON.stringify({ form: filing.form, lines: filing.lines, filed }, null, 2)
    for (const [ending, text] of [
      ['html', filedHtml(filed)],
      ['json', asData],
    ] as const)
      addBuffer(bundle, Buffer.from(text), filing.at, {
        folder: '申请表',
        name: `第${filing.n}次提交.${ending}`,
        what: `第 ${filing.n} 次提交的申请表和附表`,
      })
  }
}

async function addDocuments(
  { zip, index, path }: Bundle,
  house: House,
  facts: LicenceFacts,
  filings: readonly KeptFiling[],
) {
  const { dataDir } = house.config
  const { unitId, id: subjectId } = facts.subject
  // what was brought to a place the case no longer has and was never filed is nobody's to read
  const places = new Set(shownFor(facts).map(({ slot }) => slot.code))
  const filed = new Set(filings.flatMap((f) => f.documents.map((d) => d.fileId)))
  for (const file of await allFiles(house.db, { unitId, subject: 'licence', subjectId })) {
    if (!places.has(file.slot) && !filed.has(file.id)) continue
    const what = `${placeOf(`slot.${file.slot}`)}，第 ${file.version} 版${file.current ? '' : '（已被替换）'}`
    const why = await whyNot(dataDir, file)
    if (why) {
      index.push({ path: null, what: `${what}：${file.name}`, sha256: file.sha256, why })
      continue
    }
    const folder = `随附文件-${placeOf(`slot.${file.slot}`)}`
    const at = path(folder, file.current ? file.name : `第${file.version}版 ${file.name}`)
    // what people upload is compressed already
    zip.addFile(contentPath(dataDir, file.sha256), at, { mtime: file.at, compress: false })
    index.push({ path: at, what, sha256: file.sha256 })
  }
}

async function whyNot(dataDir: string, file: StoredFile): Promise<string | null> {
  if (file.scan === 'infected') return '查出病毒，已经移除'
  if (!file.usable) return '正在等待查毒，通过后再下载'
  return (await hasContent(dataDir, file.sha256, file.bytes))
    ? null
    : '暂时读不到，请联系系统管理员'
}

async function addPapers(bundle: Bundle, { house, actor }: Visit, { subject }: LicenceFacts) {
  const about = { kind: 'licence', id: subject.id, unitId: subject.unitId! }
  const papers: KnownPaper[] = await loadPapersOf(house.db, about)
  for (const paper of papers.filter((one) => mayRead(actor, one))) {
    const what = `${paper.title} ${paper.number}`
    if (paper.fileSha256 === null) {
      bundle.index.push({ path: null, what, sha256: null, why: '正在制作' })
      continue
    }
    const pdf = await keptPaper(house.config.dataDir, paper.fileSha256)
    // whoever must know that it arrived is told, as by a download of this paper alone
    await paperKind(paper.kind).opened?.(house, paper, actor)
    const revoked = paper.revokedAt === null ? '' : '（已撤销）'
    addBuffer(bundle, pdf, paper.issuedAt, {
      folder: '文书',
      name: `${what}${revoked}.pdf`,
      what: `${what}${revoked}`,
    })
  }
}

function addBuffer(
  { zip, index, path }: Bundle,
  bytes: Buffer,
  mtime: Date,
  { folder, name, what }: { folder: string; name: string; what: string },
): void {
  const at = path(folder, name)
  zip.addBuffer(bytes, at, { mtime })
  index.push({ path: at, what, sha256: createHash('sha256').update(bytes).digest('hex') })
}
