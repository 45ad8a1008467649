// npm run backup [-- --to FILE]      one archive of the whole house, while it works
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { readConfig } from '#frame/config.ts'
import { makeBackup, type BackupReport } from '#frame/backup/make-backup.ts'
import { reachDatabase } from './ledger-database.ts'

const say = (sentence: string) => console.error(`· ${sentence}`)
const { values } = parseArgs({ options: { to: { type: 'string' } } })
const config = readConfig(process.env)

/** Where the archive goes: as said, else a dated file in the data folder. */
function target(): string {
  if (values.to !== undefined) return path.resolve(process.env['INIT_CWD'] ?? '.', values.to)
  const [day, time] = new Date().toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).split(' ')
  const stamp = `${day}-${time!.replaceAll(':', '')}`
  return path.join(config.dataDir, 'backups', `lianguan-${stamp}.tar`)
}

async function backup(): Promise<BackupReport> {
  const reached = await reachDatabase(config, say)
  const client = new pg.Client({ connectionString: reached.url })
  try {
    await client.connect()
    return await makeBackup({ client, config, say }, target())
  } finally {
    await client.end().catch(() => {})
    await reached.close()
  }
}

function tell({ file, bytes, manifest }: BackupReport): void {
  const megabytes = (bytes / 1024 / 1024).toFixed(1)
  const rows = manifest.tables.reduce((sum, t) => sum + t.rows, 0)
  const head = manifest.ledger?.size ?? 0
  console.log(
    `✓ 备份完成：${file}（${megabytes} MB；${manifest.tables.length} 张表 ${rows} 行，${manifest.files.count} 个文件，留痕 ${head} 叶）`,
  )
  console.log(
    `  Backup made: ${manifest.tables.length} tables, ${rows} rows, ${manifest.files.count} files, ledger of ${head} leaves.`,
  )
  console.log('! 其中有密钥和全部数据，请像密钥一样保管，并在另一台机器上留一份。')
  for (const name of manifest.lost)
    console.log(`✗ 数据库中有、磁盘上没有或已被改动：${name} / lost or altered on disk`)
}

try {
  const report = await backup()
  tell(report)
  process.exitCode = report.manifest.lost.length > 0 ? 1 : 0
} catch (error) {
  console.error(`✗ 备份没有完成：${(error as Error).message}`)
  process.exitCode = 1
}
