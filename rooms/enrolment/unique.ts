import { Refused, type Reason } from '#frame/kernel/reason.ts'

/** PostgreSQL: a row of this kind is there already. */
const uniqueViolation = '23505'

/**
 * What two did at the same moment and only one could: the database's word becomes a reason. In: the write
 * and the reason to give. Errors: Refused; others pass.
 */
export async function orRefused<T>(write: Promise<T>, why: Reason): Promise<T> {
  try {
    return await write
  } catch (error) {
    if ((error as { code?: string }).code === uniqueViolation) throw new Refused('conflict', [why])
    throw error
  }
}
