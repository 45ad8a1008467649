import { Link } from '@tanstack/react-router'
import { usePath } from '#shell/address.ts'
import { useWord } from '#shell/language.tsx'
import { holds, useMe } from '#shell/me.ts'
import { allPages } from '#shell/pages.ts'
import { navGroups, type NavPlace, type RoutePage } from '#shell/route-page.ts'

type NavPage = RoutePage & { nav: NavPlace }

/** The navigation of a person: the pages that name one of his roles, in their groups. In: what a choice does besides. */
export function SideNav(props: { chosen?: () => void }) {
  const { me } = useMe()
  const word = useWord()
  const path = usePath()
  const mine = allPages
    .filter((page): page is NavPage => page.nav !== undefined && holds(me, page.nav.who))
    .sort((a, b) => a.nav.order - b.nav.order)
  const groups = (Object.keys(navGroups) as (keyof typeof navGroups)[])
    .map((group) => ({ group, pages: mine.filter((page) => page.nav.group === group) }))
    .filter(({ pages }) => pages.length > 0)
  // the longest path that leads here is where one is
  const here = mine
    .filter(({ path: p }) => path === p || path.startsWith(`${p}/`))
    .sort((a, b) => b.path.length - a.path.length)[0]
  return (
    <div className="side-nav">
      {groups.map(({ group, pages }) => (
        <section key={group}>
          <h2>{word(navGroups[group])}</h2>
          <ul>
            {pages.map((page) => (
              <li key={page.path}>
                <Link
                  to={page.path}
                  onClick={() => props.chosen?.()}
                  activeProps={{}}
                  // where one is, is known above; a shorter path that also leads here is not
                  activeOptions={{ exact: true }}
                  aria-current={page === here ? 'page' : undefined}
                >
                  {word(page.nav.label ?? page.title)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
