// npm run ledger:verify [-- --head FILE … --vkey KEY …]      the whole ledger of this house
// npm run ledger:verify -- proof FILE [--event FILE] [--file PAPER] [--vkey KEY …]      offline
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '#frame/config.ts'
import { openDatabase, openPool } from '#frame/db/connect.ts'
import { appendOnlyTrouble, servingRole } from '#frame/ledger/append-only.ts'
import type { KeptHead } from '#frame/ledger/check-heads.ts'
import { vkeyFile } from '#frame/ledger/keys.ts'
import { verifierFrom, type Verifier } from '#frame/ledger/note.ts'
import { parseProof } from '#frame/ledger/proof.ts'
import { tileFolder } from '#frame/ledger/tile-store.ts'
import { verifyLedger, type VerifyReport } from '#frame/ledger/verify.ts'
import { paperCheck } from '#frame/papers/check-papers.ts'
import { reachDatabase } from './ledger-database.ts'
import { provenBy } from './ledger-proof.ts'

const mostShown = 20
const say = (sentence: string) => console.error(`· ${sentence}`)
// The caller's own folder: npm itself runs in the project's.
const fromCaller = (file: string) => path.resolve(process.env['INIT_CWD'] ?? '.', file)

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    vkey: { type: 'string', multiple: true, default: [] },
    head: { type: 'string', multiple: true, default: [] },
    event: { type: 'string' },
    file: { type: 'string' },
  },
})
const config = readConfig(process.env)

async function trustedKeys(): Promise<Verifier[]> {
  if (values.vkey.length > 0) return values.vkey.map((key) => verifierFrom(key.trim()))
  const file = vkeyFile(config.dataDir)
  const own = await readFile(file, 'utf8').catch(() => null)
  if (own) return [verifierFrom(own.trim())]
  throw new Error(
    `没有可信的公钥：${file} 不在。请用 --vkey 给出日志公布的公钥。/ No trusted key: give the log's published key with --vkey KEY.`,
  )
}

/** A remembered head: a saved checkpoint, or the one inside a proof file. */
async function rememberedHead(file: string): Promise<KeptHead> {
  const text = await readFile(fromCaller(file), 'utf8')
  return { where: file, note: text.startsWith('c2sp.org/') ? parseProof(text).checkpoint : text }
}

async function verifyHouse(): Promise<boolean> {
  const trusted = await trustedKeys()
  const remembered = await Promise.all(values.head.map(rememberedHead))
  const reached = await reachDatabase(config, say)
  const pool = openPool(reached.url, 2)
  try {
    const db = openDatabase(pool)
    const folder = tileFolder(config.dataDir)
    const progress = (leaves: number) => say(`已核验 ${leaves} 叶……`)
    const further = [paperCheck(config.dataDir)]
    const report = await verifyLedger(db, { trusted, folder, remembered, progress, further })
    const own = config.databaseOwnerUrl ? null : await servingRole(db)
    print(report, await appendOnlyTrouble(db, own))
    return report.count === 0
  } finally {
    await pool.end()
    await reached.close()
  }
}

function print(report: VerifyReport, notEnforced: string | null): void {
  const { leaves, checkpoints, tiles, businessRows, waiting, personal } = report
  if (report.count === 0) {
    const also = (l: 'zh' | 'en', mark: string) =>
      report.further.map(({ words, count }) => `${mark}${count} ${words[l]}`).join('')
    console.log(
      `✓ 留痕完好：${leaves} 叶、${checkpoints} 个检查点、${tiles} 个瓦片文件、${businessRows} 行业务记录、${personal} 项个人信息${also('zh', '、')}，全部相符；${waiting} 条等待排序。`,
    )
    console.log(
      `  The ledger is whole: ${leaves} leaves, ${checkpoints} checkpoints, ${tiles} tile files, ${businessRows} business rows, ${personal} personal values${also('en', ', ')} agree; ${waiting} waiting.`,
    )
  } else {
    for (const { zh, en } of report.findings.slice(0, mostShown)) console.log(`✗ ${zh}\n  ${en}`)
    const more = report.count - Math.min(report.findings.length, mostShown)
    if (more > 0) console.log(`  ……另有 ${more} 处 / and ${more} more`)
    console.log(`✗ 留痕有 ${report.count} 处不符 / ${report.count} finding(s)`)
  }
  if (notEnforced)
    console.log(
      `! ${notEnforced}\n  The database does not enforce append-only: the serving role may change these tables.`,
    )
}

async function main(): Promise<boolean> {
  const [verb, file] = positionals
  if (verb === undefined) return verifyHouse()
  if (verb !== 'proof' || file === undefined)
    throw new Error(
      '用法 / usage: npm run ledger:verify [-- --head FILE --vkey KEY]，或 npm run ledger:verify -- proof FILE [--event FILE] [--file PAPER] [--vkey KEY]',
    )
  const given = (name: string | undefined) => (name === undefined ? null : fromCaller(name))
  const lines = await provenBy({
    proof: fromCaller(file),
    event: given(values.event),
    paper: given(values.file),
    trusted: await trustedKeys(),
  })
  console.log(lines.join('\n'))
  return true
}

try {
  process.exitCode = (await main()) ? 0 : 1
} catch (error) {
  console.error(`✗ ${(error as Error).message}`)
  process.exitCode = 1
}
