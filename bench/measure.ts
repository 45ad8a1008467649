/** One measured run: how many were done and how long each took, in milliseconds. */
export interface Run {
  perSecond: number
  p50: number
  p99: number
}

/** Runs `once` by so many clients side by side until the time is over; the first fifth is warming up. */
export async function measure(
  once: () => Promise<void>,
  clients: number,
  seconds: number,
): Promise<Run> {
  const times: number[] = []
  const start = performance.now() + seconds * 200
  const until = start + seconds * 1000
  const client = async () => {
    while (performance.now() < until) {
      const began = performance.now()
      await once()
      if (began >= start) times.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99) }
}
