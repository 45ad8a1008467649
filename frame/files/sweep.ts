import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { House } from '#frame/house.ts'
import { defineJob } from '#frame/jobs/job.ts'
import { contentFolder, dropContent, incomingFolder } from './content-store.ts'
import { partFolder } from './upload-state.ts'

const hour = 3_600_000
/** Younger things may belong to a request still under way. */
const youngest = 24 * hour

/** Every hour: what nobody owns any more is taken away. */
defineJob({
  name: 'files.sweep',
  title: { zh: '清理未完成的上传', en: 'Sweep of unfinished uploads' },
  data: z.strictObject({}),
  cron: '17 * * * *',
  run: (house) => sweepFiles(house, new Date()),
})

/**
 * Takes away uploads past their time, received files that no request owns and contents that no row names.
 * In: the machine's time, which the ages of files on disk are compared with.
 */
export async function sweepFiles(house: House, machineNow: Date): Promise<void> {
  await sweepUploads(house)
  const before = machineNow.getTime() - youngest
  await sweepIncoming(house, before)
  await sweepUnused(house, before)
  await sweepContents(house, before)
}

async function sweepUploads({ db, clock, config }: House): Promise<void> {
  const gone = await db
    .deleteFrom('upload')
    .where('expires_at', '<', clock.now())
    .returning('id')
    .execute()
  for (const { id } of gone)
    await rm(partFolder(config.dataDir, id), { recursive: true, force: true })
}

async function sweepIncoming({ db, config }: House, before: number): Promise<void> {
  const folder = incomingFolder(config.dataDir)
  for (const name of await namesIn(folder)) {
    const upload = /^parts-(.+)$/.exec(name)?.[1]
    if (upload !== undefined) {
      const known = await db.selectFrom('upload').select('id').where('id', '=', upload).execute()
      if (known.length > 0) continue
    }
    if (await olderThan(path.join(folder, name), before))
      await rm(path.join(folder, name), { recursive: true, force: true })
  }
}

// Recorded, but the act that should have placed it was refused at the last moment.
async function sweepUnused({ db }: House, before: number): Promise<void> {
  await db
    .deleteFrom('stored_file as s')
    .where('s.inspected_at', '<', new Date(before))
    .where('s.scan', '<>', 'infected')
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('file_version as v')
            .select('v.id')
            .whereRef('v.unit_id', '=', 's.unit_id')
            .whereRef('v.sha256', '=', 's.sha256'),
        ),
      ),
    )
    .execute()
}

async function sweepContents({ db, config }: House, before: number): Promise<void> {
  const folder = contentFolder(config.dataDir)
  for (const first of await namesIn(folder))
    for (const sha256 of await namesIn(path.join(folder, first))) {
      if (!(await olderThan(path.join(folder, first, sha256), before))) continue
      const used = await db
        .selectFrom('stored_file')
        .select('sha256')
        .where('sha256', '=', sha256)
        .limit(1)
        .execute()
      if (used.length === 0) await dropContent(config.dataDir, sha256)
    }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}

async function olderThan(file: string, before: number): Promise<boolean> {
  const known = await stat(file).catch(() => null)
  return known !== null && known.mtimeMs < before
}
