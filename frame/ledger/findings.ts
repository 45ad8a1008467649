/** One thing that is wrong, in both languages; `leaf` is the place in the tree when it has one. */
export interface Finding {
  leaf: number | null
  zh: string
  en: string
}

// One alteration may show at every later leaf: more would only hide the first.
const mostKept = 200

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Collects what is wrong; the number is exact, the list is bounded. */
export class Findings {
  count = 0
  readonly #kept: Finding[] = []

  /** Adds a finding. In: the leaf or null, the sentence in Chinese and in English
   * without the leaf's number, the English one beginning small. */
  add(leaf: number | null, zh: string, en: string): void {
    this.count += 1
    if (this.#kept.length >= mostKept) return
    this.#kept.push(
      leaf === null
        ? { leaf, zh, en: capital(en) }
        : { leaf, zh: `第 ${leaf} 叶：${zh}`, en: `Leaf ${leaf}: ${en}` },
    )
  }

  /** What was found, the first bad leaf first; what has no place in the tree comes last. */
  get list(): Finding[] {
    const place = (f: Finding) => f.leaf ?? Number.POSITIVE_INFINITY
    return this.#kept.toSorted((a, b) => (place(a) < place(b) ? -1 : Number(place(a) > place(b))))
  }
}
