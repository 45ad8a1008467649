import { Outlet } from '@tanstack/react-router'
import { shellWords } from '#shell/labels.ts'
import { useWords } from '#shell/language.tsx'
import { LanguageSwitch, Mark } from './header.tsx'
import { SkipLink } from './travel.tsx'
import './public-layout.css'

/** A card in the middle: sign-in, invitations, password reset. */
export function BareLayout() {
  const words = useWords(shellWords)
  return (
    <div className="bare">
      <SkipLink />
      <header className="bare-head">
        <Mark />
        <LanguageSwitch />
      </header>
      <main className="bare-main" id="main" tabIndex={-1}>
        <div className="card bare-card">
          <Outlet />
        </div>
      </main>
      <footer className="public-footer">
        <p>{words.footer}</p>
      </footer>
    </div>
  )
}
