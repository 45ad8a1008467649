import pg from 'pg'

/** One statement with its values; a fresh one is a key that the request made for itself. */
export interface Statement {
  text: string
  values: { value: unknown; fresh: boolean }[]
}

/** Everything the driver sends while something is done, in order. */
export async function statementsOf(act: () => Promise<unknown>): Promise<Statement[]> {
  const seen: Statement[] = []
  // oxlint-disable-next-line typescript/unbound-method -- called on its own client below
  const plain = pg.Client.prototype.query
  pg.Client.prototype.query = function query(this: pg.Client, ...given: unknown[]) {
    const [first, second] = given
    const { text, values } =
      typeof first === 'string'
        ? { text: first, values: second }
        : (first as { text: string; values?: unknown })
    const list = Array.isArray(values) ? (values as unknown[]) : []
    seen.push({ text, values: list.map((value) => ({ value, fresh: false })) })
    return Reflect.apply(plain, this, given) as unknown
  } as typeof plain
  try {
    await act()
  } finally {
    pg.Client.prototype.query = plain
  }
  return seen
}

const isKey = (value: unknown) =>
  typeof value === 'string' && /^(bench-)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)

/** Marks the keys that stand in the first recording and not in the second: each request makes its own. */
export function freshKeys(first: Statement[], second: Statement[]): Statement[] {
  const lasting = new Set(second.flatMap((s) => s.values.map((v) => v.value)))
  return first.map(({ text, values }) => ({
    text,
    values: values.map(({ value }) => ({ value, fresh: isKey(value) && !lasting.has(value) })),
  }))
}
