/** One thing that is wrong, in both languages; `leaf` is the place in the tree when it has one. */
export interface Finding {
  leaf: number | null
  zh: string
  en: string
}

// One alteration may show at every later leaf: more would only hide the first.
const mostKept = 200

/** Collects what is wrong; the number is exact, the list is bounded. */
export class Findings {
  count = 0
  readonly #kept: Finding[] = []

  /** Adds a finding. In: the leaf or null, the sentence in Chinese and in English. */
  add(leaf: number | null, zh: string, en: string): void {
    this.count += 1
    if (this.#kept.length < mostKept) this.#kept.push({ leaf, zh, en })
  }

  /** What was found, the first bad leaf first; what has no place in the tree comes last. */
  get list(): Finding[] {
    const place = (f: Finding) => f.leaf ?? Number.POSITIVE_INFINITY
    return this.#kept.toSorted((a, b) => (place(a) < place(b) ? -1 : Number(place(a) > place(b))))
  }
}
