import { Link, useMatches, useParams } from '@tanstack/react-router'
import { shellWords } from '#shell/labels.ts'
import { useWord, useWords } from '#shell/language.tsx'
import { pageAt } from '#shell/pages.ts'
import type { RoutePage } from '#shell/route-page.ts'

/** From the top to this page by each page's `parent`; nothing on a page that has none. */
export function Breadcrumbs() {
  const words = useWords(shellWords)
  const word = useWord()
  const params: Record<string, string | undefined> = useParams({ strict: false })
  const path = useMatches().at(-1)?.fullPath
  const trail = path === undefined ? [] : trailOf(pageAt(path))
  if (trail.length < 2) return null
  const fill = (p: string) => p.replace(/\$(\w+)/g, (whole, name: string) => params[name] ?? whole)
  return (
    <nav className="crumbs no-print" aria-label={words.crumbs}>
      <ol>
        {trail.map((page, i) => (
          <li key={page.path}>
            {i < trail.length - 1 ? (
              <Link to={fill(page.path)}>{word(page.title)}</Link>
            ) : (
              <span aria-current="page">{word(page.title)}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

function trailOf(page: RoutePage | undefined): RoutePage[] {
  const trail: RoutePage[] = []
  for (let at = page; at && !trail.includes(at); at = at.parent ? pageAt(at.parent) : undefined)
    trail.unshift(at)
  return trail
}
