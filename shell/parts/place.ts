/**
 * Places on a page that reasons and remarks point at: a field, a document slot, a cell of an item list. A
 * part marks its element with `data-place`, the reason carries the same text in `at`. A cell is named
 * `<place of the list>.<row from 0>.<column>`.
 */
function findPlace(at: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-place="${CSS.escape(at)}"]`)
}

/** The list and the cell that a place names, when its list is on the page. */
function findCell(at: string): { row: number; name: string } | null {
  const [, list, row, name] = /^(.+)\.(\d+)\.(\w+)$/.exec(at) ?? []
  if (list === undefined || row === undefined || name === undefined || !findPlace(list)) return null
  return { row: Number(row), name }
}

/** Whether this page has the place now. */
export function hasPlace(at: string): boolean {
  return findPlace(at) !== null || findCell(at) !== null
}

/** Height of a row of an item list, in pixels: rows out of sight are not there to be measured. */
export const itemRowHeight = 34

/** The cell an element is, by its `data-cell`; null for every other element. */
export function cellOf(element: EventTarget): { row: number; name: string } | null {
  const cell = element instanceof HTMLElement ? element.dataset['cell'] : undefined
  if (cell === undefined) return null
  const dot = cell.indexOf('.')
  return { row: Number(cell.slice(0, dot)), name: cell.slice(dot + 1) }
}

/** Brings a cell of an item list into being and into view, and puts the focus into it. */
export function goToCell(row: number, name: string): void {
  const find = () => document.querySelector<HTMLElement>(`[data-cell="${row}.${name}"]`)
  const box = document.querySelector<HTMLElement>('.item-scroll')
  if (!find()) box?.scrollTo({ top: (row - 3) * itemRowHeight })
  // the row is drawn some frames after scrolling there, fewer on a quick machine
  let left = 60
  const look = () => {
    const cell = find()
    left -= 1
    if (!cell && left > 0) {
      requestAnimationFrame(look)
      return
    }
    cell?.scrollIntoView({ block: box ? 'nearest' : 'center', inline: 'center' })
    cell?.focus({ preventScroll: true })
  }
  requestAnimationFrame(look)
}

/** Brings the place into view, moves the focus into it and lets it glow for a moment. */
export function goToPlace(at: string): void {
  const cell = findCell(at)
  if (cell) goToCell(cell.row, cell.name)
  const place = cell ? null : findPlace(at)
  if (!place) return
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  place.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
  const inside = place.querySelector<HTMLElement>(
    'input:not([type=hidden]):not([hidden]):enabled, textarea:enabled, select:enabled, button:not(.duty-chip):enabled',
  )
  const target = place.matches('input, textarea, button, [tabindex]') ? place : (inside ?? place)
  if (target === place && !place.hasAttribute('tabindex')) place.tabIndex = -1
  target.focus({ preventScroll: true })
  place.classList.add('is-found')
  setTimeout(() => place.classList.remove('is-found'), 1600)
}
