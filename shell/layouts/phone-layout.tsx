import { Link, Outlet } from '@tanstack/react-router'
import { useWord, useWords } from '#shell/language.tsx'
import { shellWords } from '#shell/labels.ts'
import { Look } from '#shell/look.tsx'
import { holds, useMe } from '#shell/me.ts'
import { allPages } from '#shell/pages.ts'
import { Forbidden, PageFault } from '#shell/parts/full-pages.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { Mark } from './header.tsx'
import { SessionGate } from './session-gate.tsx'
import { SkipLink, useFocusAfterTravel } from './travel.tsx'
import './phone-layout.css'

/**
 * For the hand that holds a tube: one column, controls 44 px high, the phone's own pages at the bottom.
 * Pages with this layout and a `nav` place become the bottom bar.
 */
export function PhoneLayout() {
  const words = useWords(shellWords)
  const word = useWord()
  const { me, error } = useMe()
  useFocusAfterTravel()
  if (me === undefined) return <main>{error ? <PageFault error={error} /> : <Waiting />}</main>
  const bar = allPages
    .filter((p) => p.layout === 'phone' && p.nav && holds(me, p.nav.who))
    .sort((a, b) => a.nav!.order - b.nav!.order)
  return (
    <Look touch>
      <div className="phone">
        <SkipLink />
        <header className="phone-head">
          <Mark />
          {me && <span className="header-unit quiet small">{me.body}</span>}
        </header>
        <main className="phone-main" id="main" tabIndex={-1}>
          {me ? <Outlet /> : <Forbidden signedOut />}
        </main>
        {bar.length > 0 && (
          <nav className="phone-bar no-print" aria-label={words.mainNav}>
            {bar.map((page) => (
              <Link key={page.path} to={page.path}>
                {word(page.nav!.label ?? page.title)}
              </Link>
            ))}
          </nav>
        )}
        {me && <SessionGate me={me} />}
      </div>
    </Look>
  )
}
