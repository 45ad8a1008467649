import { settingsToday } from '#frame/catalogue/stored-settings.ts'
import type { House } from '#frame/house.ts'
import { reason, type Reason } from '#frame/kernel/reason.ts'
import { clamdAddress, clamdScan, clamdSignaturesAt } from './clamd.ts'

const day = 86_400_000

/** Scan state of a content: 未查毒, 待查, 通过, 有毒. */
export type ScanState = 'unscanned' | 'waiting' | 'clean' | 'infected'

/** How the scanner stands. `trouble` null: it works; else files wait, and the page says why. */
export type ScannerState = { on: false } | { on: true; trouble: Reason | null }

/** What a scan came to; `note` is the signature found. */
export interface ScanResult {
  scan: ScanState
  note: string | null
}

/**
 * Whether a scanner is set up (CLAMD) and can be relied on: it answers, and its signatures are younger
 * than the setting says. A scanner that does not tell their age counts as too old.
 */
export async function scannerState(house: House): Promise<ScannerState> {
  const { clamd } = house.config
  if (clamd === null) return { on: false }
  try {
    const made = await clamdSignaturesAt(clamdAddress(clamd))
    return { on: true, trouble: await staleness(house, made) }
  } catch (error) {
    house.log.warn({ message: (error as Error).message }, 'scanner')
    return { on: true, trouble: downReason }
  }
}

const downReason = reason(
  null,
  'scanner-down',
  '查毒程序暂时没有应答，新上传的文件正在等待查毒，通过后才能打开和使用。系统每分钟重试一次；长时间不恢复请联系系统管理员。',
)

async function staleness(house: House, made: Date | null): Promise<Reason | null> {
  const most = (await settingsToday(house))('files.virus-definition-days')
  if (made && house.clock.now().getTime() - made.getTime() <= most * day) return null
  const age = made ? `已超过 ${most} 天没有更新` : '没有更新日期'
  return reason(
    null,
    'scanner-stale',
    `查毒程序的病毒库${age}，结果不可靠，新上传的文件正在等待查毒。请系统管理员更新病毒库，之后会自动重查。`,
  )
}

/** Scans one file. In: its path. Out: never 'clean' unless a scanner that can be relied on said so. */
export async function scanFile(house: House, path: string): Promise<ScanResult> {
  const state = await scannerState(house)
  if (!state.on) return { scan: 'unscanned', note: null }
  if (state.trouble) return { scan: 'waiting', note: null }
  try {
    const verdict = await clamdScan(clamdAddress(house.config.clamd!), path)
    return verdict.clean
      ? { scan: 'clean', note: null }
      : { scan: 'infected', note: verdict.signature }
  } catch (error) {
    house.log.warn({ message: (error as Error).message }, 'scanner')
    return { scan: 'waiting', note: null }
  }
}

/** Why an infected file is not taken. In: name of the file, name of the signature. */
export function infectedReason(name: string, signature: string, at?: string): Reason {
  return reason(
    null,
    'file-infected',
    `“${name}”查出病毒（${signature}），没有被接收。请先在自己的电脑上查杀，确认干净后再上传；判断有误的，请改用 PDF 重新生成。`,
    at,
  )
}
