import type { House } from '#frame/house.ts'
import { addKeyFinder } from '#frame/people/key-holders.ts'
import { keyedHash } from '#frame/people/sign-in/vault.ts'

/**
 * The secret key of a request. It is made from the request's id with the key of the house and kept nowhere,
 * so that every mail about the request can carry the same link; the row has only its hash.
 */
export async function requestKey(house: House, id: string): Promise<string> {
  return (await keyedHash(house, 'enrolment-key', id)).toString('base64url')
}

/** The page of a request as a mail links to it; the key stands behind `#`, so that no log sees it. */
export async function requestPath(house: House, id: string): Promise<string> {
  return `/enrol/${id}#${await requestKey(house, id)}`
}

addKeyFinder(async (db, keyHash) => {
  const row = await db
    .selectFrom('enrolment')
    .select('id')
    .where('key_hash', '=', keyHash)
    .executeTakeFirst()
  return row?.id ?? null
})
