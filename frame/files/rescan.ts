import { z } from 'zod'
import type { Database } from '#frame/db/connect.ts'
import type { House } from '#frame/house.ts'
import { defineJob } from '#frame/jobs/job.ts'
import { perform } from '#frame/kernel/perform.ts'
import { notify } from '#frame/notify/notify.ts'
import { systemActor } from '#frame/people/actor.ts'
import { contentPath, dropContent } from './content-store.ts'
import { infectedNotice } from './notices.ts'
import { rejectFile } from './remove.ts'
import { scanFile, scannerState } from './scanner.ts'
import { fileLife } from './states.ts'

const batch = 50

/** Every minute: scans what waits, and what came in while no scanner was set up. */
defineJob({
  name: 'files.rescan',
  title: { zh: '上传文件查毒', en: 'Virus scan of uploads' },
  data: z.strictObject({}),
  cron: '* * * * *',
  expire: 600,
  // the next minute brings the next try
  retry: { times: 0, delay: 5, longest: 5 },
  run: (house) => rescanFiles(house),
})

/** Scans the oldest files without a verdict. Files wait on when the scanner cannot be relied on. */
export async function rescanFiles(house: House): Promise<void> {
  const scanner = await scannerState(house)
  // Switched off again: nothing waits for a scanner that is not there.
  if (!scanner.on) return releaseWaiting(house)
  if (scanner.trouble) return
  const rows = await house.db
    .selectFrom('stored_file')
    .select(['sha256'])
    .distinct()
    .where('scan', 'in', ['unscanned', 'waiting'])
    .limit(batch)
    .execute()
  for (const { sha256 } of rows) await rescanOne(house, sha256)
}

async function releaseWaiting({ db }: House): Promise<void> {
  await db
    .updateTable('stored_file')
    .set({ scan: 'unscanned' })
    .where('scan', '=', 'waiting')
    .execute()
}

async function rescanOne(house: House, sha256: string): Promise<void> {
  const result = await scanFile(house, contentPath(house.config.dataDir, sha256))
  if (result.scan !== 'clean' && result.scan !== 'infected') return
  if (result.scan === 'infected') await rejectContent(house, sha256, result.note ?? '')
  await house.db
    .updateTable('stored_file')
    .set({ scan: result.scan, scan_note: result.note, scanned_at: house.clock.now() })
    .where('sha256', '=', sha256)
    .where('scan', 'in', ['unscanned', 'waiting'])
    .execute()
  if (result.scan === 'infected') await dropContent(house.config.dataDir, sha256)
}

async function rejectContent(house: House, sha256: string, signature: string): Promise<void> {
  const versions = await house.db
    .selectFrom('file_version')
    .select(['id', 'name', 'by_account'])
    .where('sha256', '=', sha256)
    .where('status', '<>', 'removed')
    .execute()
  for (const { id, name, by_account } of versions) {
    await perform(
      house,
      rejectFile,
      { id },
      { actor: systemActor, requestId: `scan-${id}` },
      fileLife,
    )
    if (by_account === null) continue
    await house.db.transaction().execute((tx) =>
      notify(tx, {
        to: { accountIds: [by_account] },
        kind: infectedNotice,
        params: { name, signature },
        now: house.clock.now(),
        key: `file.infected:${id}`,
      }),
    )
  }
}

/** How many contents wait for a scanner that is set up but cannot be relied on. */
export async function waitingCount(db: Database): Promise<number> {
  const { n } = await db
    .selectFrom('stored_file')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('scan', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return n
}
