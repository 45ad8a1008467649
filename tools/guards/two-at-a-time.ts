/** Works through items in their order, two at a time. Errors: the first one is thrown, nothing new begins. */
export async function twoAtATime<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items]
  const one = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift())
      try {
        await work(item)
      } catch (error) {
        waiting.length = 0
        throw error
      }
  }
  await Promise.all([one(), one()])
}
