import { uuidv7 } from 'uuidv7'

/** A new row key: uuid v7, so that keys sort by time of creation. Out: canonical lower-case text. */
export function newId(): string {
  return uuidv7()
}
