import type { House } from '#frame/house.ts'
import { housePhrases } from './house-phrases.ts'

/** Brings the product's sentences along; one that is there, or was retired, is never written again. */
export async function fillPhrases(house: House): Promise<void> {
  await house.db
    .insertInto('window_phrase')
    .values(housePhrases.map((phrase) => ({ ...phrase, created_at: house.clock.now() })))
    .onConflict((c) => c.column('id').doNothing())
    .execute()
}
