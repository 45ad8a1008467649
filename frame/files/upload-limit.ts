import { settingsToday } from '#frame/catalogue/stored-settings.ts'
import type { Database, Tx } from '#frame/db/connect.ts'
import type { Visit } from '#frame/http/open.ts'
import { takeToken } from '#frame/people/sign-in/attempts.ts'

/**
 * Counts one more file that a person begins to send: what is sent is read, judged and scanned, also when it
 * is refused in the end. Errors: Refused with the time until the next one.
 */
export async function countUpload(db: Database | Tx, { house, actor }: Visit): Promise<void> {
  const perHour = (await settingsToday(house))('files.uploads-per-hour')
  const who = actor.accountId ?? actor.visiting ?? 'nobody'
  const rule = {
    burst: perHour,
    perMinute: perHour / 60,
    words: (seconds: number) =>
      `上传太频繁：每人每小时最多上传${perHour}个文件。已上传的都在，请在${seconds}秒后继续。`,
  }
  await takeToken(db, `upload:${who}`, rule, house.clock.now())
}
