/**
 * Places on a page that reasons and remarks point at: a field, a document slot, a row. A part marks its
 * element with `data-place`, the reason carries the same text in `at`.
 */
function findPlace(at: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-place="${CSS.escape(at)}"]`)
}

/** Whether this page has the place now. */
export function hasPlace(at: string): boolean {
  return typeof document !== 'undefined' && findPlace(at) !== null
}

/** Brings the place into view, moves the focus into it and lets it glow for a moment. */
export function goToPlace(at: string): void {
  const place = findPlace(at)
  if (!place) return
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  place.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
  const inside = place.querySelector<HTMLElement>(
    'input:not([type=hidden]), textarea, select, button, [tabindex="0"]',
  )
  const target = place.matches('input, textarea, button, [tabindex]') ? place : (inside ?? place)
  if (target === place && !place.hasAttribute('tabindex')) place.tabIndex = -1
  target.focus({ preventScroll: true })
  place.classList.add('is-found')
  setTimeout(() => place.classList.remove('is-found'), 1600)
}
