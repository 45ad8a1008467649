import { Link, Outlet } from '@tanstack/react-router'
import { shellWords } from '#shell/labels.ts'
import { useWord, useWords } from '#shell/language.tsx'
import { useMe } from '#shell/me.ts'
import { publicLinks } from '#shell/home/public-links.ts'
import { KeyboardHelp } from '#shell/parts/keyboard-help.tsx'
import { AccountMenu } from './account-menu.tsx'
import { LanguageSwitch, Mark } from './header.tsx'
import { SkipLink, useFocusAfterTravel } from './travel.tsx'
import './public-layout.css'

/** The frame of pages for everybody: name, the public's few ways, sign-in, a footer. */
export function PublicLayout() {
  const words = useWords(shellWords)
  const word = useWord()
  const { me } = useMe()
  useFocusAfterTravel()
  return (
    <div className="public">
      <SkipLink />
      <header className="header public-header no-print">
        <Mark long />
        <nav className="public-nav" aria-label={words.mainNav}>
          {publicLinks.map((link) => (
            <Link key={link.to} to={link.to} activeOptions={{ exact: true }}>
              {word(link.label)}
            </Link>
          ))}
        </nav>
        <div className="header-end">
          <LanguageSwitch />
          {me ? (
            <AccountMenu me={me} />
          ) : (
            <Link to="/sign-in" className="public-sign-in">
              {words.signIn}
            </Link>
          )}
        </div>
      </header>
      <main className="public-main" id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="public-footer">
        <p>{words.footer}</p>
      </footer>
      <KeyboardHelp />
    </div>
  )
}
