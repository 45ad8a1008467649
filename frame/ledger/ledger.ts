import type { House } from '#frame/house.ts'
import { openCheckpoint, type Checkpoint } from './checkpoint.ts'
import { openLogKey, originOf } from './keys.ts'
import type { Signer } from './note.ts'
import { publish, type Head } from './publish.ts'
import { ensureFirstHead, refuseOlderDatabase, sequenceBatch, type Round } from './sequence.ts'
import { readCheckpoint, tileFolder } from './tile-store.ts'
import { LedgerTrouble } from './trouble.ts'

/** The ledger as one server keeps it. */
export interface Ledger {
  signer: Signer
  /** Folder of the tile files. */
  folder: string
  /** The newest head this machine signed or showed, also before its start. */
  known: Checkpoint | null
  /** Up to which size the tile files were looked at since the start. */
  mended: number
  /** Work on the ledger in this process goes one after the other. */
  turn: Promise<unknown>
}

const ledgers = new WeakMap<House, Promise<Ledger>>()

/**
 * The ledger of a house; opened on first use, its key made on the very first. Errors: {@link LedgerTrouble}
 * when the key is not the one that signed, or the database is older than what this machine has shown.
 */
export function ledgerOf(house: House): Promise<Ledger> {
  const known = ledgers.get(house)
  if (known) return known
  const opened = openLedger(house)
  ledgers.set(house, opened)
  // What is mended meanwhile is seen at the next try.
  opened.catch(() => ledgers.delete(house))
  return opened
}

async function openLedger(house: House): Promise<Ledger> {
  const { dataDir, publicUrl } = house.config
  const signer = await openLogKey(dataDir, originOf(publicUrl), async () => !(await headOf(house)))
  await ensureFirstHead(house.db, signer)
  const folder = tileFolder(dataDir)
  refuseForeignKey(await headOf(house), signer)
  const known = shownBefore(await readCheckpoint(folder), signer)
  if (known) await refuseOlderDatabase(house.db, known)
  return { signer, folder, known, mended: -1, turn: Promise.resolve() }
}

async function headOf(house: House): Promise<Head | undefined> {
  return house.db
    .selectFrom('checkpoint')
    .select(['size', 'root', 'note'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Leaves in the newest head of the database; 0 before the first. */
export async function newestSize(house: House): Promise<number> {
  return (await headOf(house))?.size ?? 0
}

function shownBefore(note: string | null, signer: Signer): Checkpoint | null {
  if (note === null) return null
  try {
    return openCheckpoint(note, [signer])
  } catch (error) {
    throw new LedgerTrouble(
      '本机公布的检查点文件 tiles/checkpoint 不是本机的密钥签的，文件被改动或密钥被换过。排序已停，请运行 npm run ledger:verify 查看。',
      { cause: error },
    )
  }
}

function refuseForeignKey(head: Head | undefined, signer: Signer): void {
  try {
    openCheckpoint(head?.note ?? '', [signer])
  } catch (error) {
    throw new LedgerTrouble(
      `数据库中的留痕不是本机的密钥签的。几台服务器共用一个数据库时，请把同一对 keys/ledger.key 与 keys/ledger.vkey 放到每台的数据文件夹；在此之前本机不排序、不签名。`,
      { cause: error },
    )
  }
}

/** One round: give waiting events their places, then write the tiles and show the head. */
export function advance(house: House, mode: 'sequence' | 'publish' = 'sequence'): Promise<Round> {
  return inTurn(house, async (ledger) => {
    const round: Round =
      mode === 'sequence'
        ? await sequenceBatch(house.db, ledger.signer, ledger.known)
        : { kind: 'idle' }
    if (round.kind === 'added') ledger.known = { ...round, origin: ledger.signer.name }
    await showNewest(house, ledger)
    return round
  })
}

async function showNewest(house: House, ledger: Ledger): Promise<void> {
  const head = await headOf(house)
  if (!head || head.size === ledger.mended) return
  if (ledger.known) await refuseOlderDatabase(house.db, ledger.known)
  await publish(house.db, ledger.folder, Math.max(ledger.mended, 0), head)
  ledger.known = { origin: ledger.signer.name, size: head.size, root: head.root }
  ledger.mended = head.size
}

async function inTurn<T>(house: House, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const ledger = await ledgerOf(house)
  const mine = ledger.turn.then(() => work(ledger))
  ledger.turn = mine.catch(() => {})
  return mine
}

/**
 * Brings every committed event into the tree and shows the head: for backups, papers and tests that do not
 * want to wait for the next round. Errors: {@link LedgerTrouble}.
 */
export async function settleLedger(house: House): Promise<void> {
  for (;;) {
    const round = await advance(house)
    if (round.kind === 'idle') return
  }
}
