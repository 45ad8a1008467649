import { reason, Refused } from '#frame/kernel/reason.ts'

/** How often one address may come within a minute. */
export interface VisitLimit {
  /** Counts a visit. In: address and instant. Errors: {@link Refused} beyond the limit. */
  count(address: string, now: Date): void
}

const window = 60_000
// Beyond so many addresses the oldest are forgotten: the memory of a limit must not become the harm.
const mostAddresses = 10_000

/**
 * A limit kept in this process. It slows down whoever asks too often; secrecy does not rest on it, the
 * code of a paper cannot be guessed anyway.
 */
export function visitLimit(perMinute: number): VisitLimit {
  const visits = new Map<string, { since: number; count: number }>()
  return {
    count(address, now) {
      const known = visits.get(address)
      // a clock set back must not lock anybody out until it has caught up
      const fresh = !known || Math.abs(now.getTime() - known.since) >= window
      const entry = fresh ? { since: now.getTime(), count: 0 } : known
      entry.count += 1
      visits.delete(address)
      visits.set(address, entry)
      const [oldest] = visits.keys()
      if (visits.size > mostAddresses && oldest !== undefined) visits.delete(oldest)
      if (entry.count <= perMinute) return
      const seconds = Math.max(1, Math.ceil((entry.since + window - now.getTime()) / 1000))
      throw new Refused(
        'too-many',
        [reason(null, 'too-many', `核验过于频繁，请在 ${seconds} 秒后再试。`)],
        seconds,
      )
    },
  }
}
