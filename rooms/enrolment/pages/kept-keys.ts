import { z } from 'zod'
import { enrolmentKinds } from '../forms.ts'

const keptKey = z.object({ id: z.string(), key: z.string(), kind: z.enum(enrolmentKinds) })

/** The key of a request as this browser keeps it. */
export type KeptKey = z.infer<typeof keptKey>

const place = 'lianguan.enrolments'

/** The requests begun or opened in this browser, newest first. */
export function keptKeys(): KeptKey[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]')
    return z.array(keptKey).parse(kept)
  } catch {
    // written by another version, or by hand
    return []
  }
}

/** Keeps a key; an earlier one of the same request goes. */
export function keepKey(key: KeptKey): void {
  write([key, ...keptKeys().filter(({ id }) => id !== key.id)])
}

/** Forgets a request on this computer; the link in the mail still opens it. */
export function forgetKey(id: string): void {
  write(keptKeys().filter((one) => one.id !== id))
}

function write(keys: readonly KeptKey[]): void {
  localStorage.setItem(place, JSON.stringify(keys.slice(0, 20)))
}
