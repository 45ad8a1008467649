import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { access, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { House } from '#frame/house.ts'
import { reason, Refused } from '#frame/kernel/reason.ts'

// A byte in front says how the rest is made, so that another cipher can follow without a migration.
const aes256gcm = 1
const keys = new Map<string, Promise<Buffer>>()

/**
 * Encrypts a secret under the key of the house (AES-256-GCM). Whose it is, an account's id or the like, is
 * bound in: a row copied to another owner does not open.
 */
export async function seal(house: House, owner: string, secret: Buffer): Promise<Buffer> {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await houseKey(house), nonce)
  cipher.setAAD(Buffer.from(owner))
  const body = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([Buffer.of(aes256gcm), nonce, cipher.getAuthTag(), body])
}

/** Opens what {@link seal} made. Errors: {@link Refused} when the key is missing or another one. */
export async function unseal(house: House, owner: string, sealed: Buffer): Promise<Buffer> {
  const key = await houseKey(house)
  try {
    if (sealed[0] !== aes256gcm) throw new Error('unknown cipher')
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13))
    decipher.setAAD(Buffer.from(owner))
    decipher.setAuthTag(sealed.subarray(13, 29))
    return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()])
  } catch {
    throw keyLost()
  }
}

/**
 * A keyed hash (HMAC-SHA-256): the same text gives the same hash, and only this house can make it. In: what
 * it is for, so that hashes for one purpose tell nothing for another.
 */
export async function keyedHash(house: House, purpose: string, text: string): Promise<Buffer> {
  const key = createHmac('sha256', await houseKey(house))
    .update(purpose)
    .digest()
  return createHmac('sha256', key).update(text).digest()
}

const keyLost = () =>
  new Refused('unavailable', [
    reason(
      null,
      'key-lost',
      '服务器打不开加密保存的内容（动态口令、证件号码）：密钥文件缺失，或不是当初的那一份。请系统管理员从备份取回数据目录的 keys/second-factor；只为登录的，也可由安全管理员重置动态口令。',
    ),
  ])

/** The key file, made at first use; beside the other keys, readable by the owner only. */
function houseKey(house: House): Promise<Buffer> {
  const file = path.join(house.config.dataDir, 'keys/second-factor')
  const known = keys.get(file)
  if (known) return known
  const made = readOrMake(house, file)
  made.catch(() => keys.delete(file))
  keys.set(file, made)
  return made
}

async function readOrMake({ db }: House, file: string): Promise<Buffer> {
  const exists = await access(file).then(
    () => true,
    () => false,
  )
  // Another key beside secrets that it does not open would only hide that the right one is missing.
  if (!exists && (await isUsed(db))) throw keyLost()
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  // Of two servers starting at once the first makes it, the second reads what is there.
  await writeFile(file, `${randomBytes(32).toString('base64url')}\n`, {
    flag: 'wx',
    mode: 0o600,
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64url')
  if (key.length !== 32) throw new Error(`密钥文件 ${file} 不完整，请从备份恢复它。`)
  return key
}

/** Whether anything was ever made with the key: a second factor, or a request for an account. */
async function isUsed(db: House['db']): Promise<boolean> {
  const factor = await db.selectFrom('auth_second_factor').select('account_id').limit(1).execute()
  const request = await db.selectFrom('enrolment').select('id').limit(1).execute()
  return factor.length + request.length > 0
}
