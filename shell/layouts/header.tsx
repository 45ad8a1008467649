import { Link } from '@tanstack/react-router'
import { MenuOutlined } from '@ant-design/icons'
import { roles } from '#frame/people/roles.ts'
import { shellWords } from '#shell/labels.ts'
import { useLanguage, useWord, useWords } from '#shell/language.tsx'
import { useMe } from '#shell/me.ts'
import { Dots } from '#shell/parts/dots.tsx'
import { AccountMenu } from './account-menu.tsx'
import { Bell } from './bell.tsx'
import './header.css'

/** The mark: two links of a chain, and the name. */
export function Mark(props: { long?: boolean }) {
  const words = useWords(shellWords)
  return (
    <Link to="/" className="mark">
      <img src="/mark.svg" width="26" height="26" alt="" />
      <span className="mark-name">{words.product}</span>
      {props.long && <span className="mark-long">{words.productLong}</span>}
    </Link>
  )
}

/** Switches between Chinese and English. */
export function LanguageSwitch() {
  const words = useWords(shellWords)
  const { language, choose } = useLanguage()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      className="plain header-button"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      title={words.languageSay}
      onClick={() => choose(other)}
    >
      {words.language}
    </button>
  )
}

/** Header of the desk: name, for whom one works and as what, in-box, language, account. */
export function Header(props: { onMenu: () => void }) {
  const words = useWords(shellWords)
  const word = useWord()
  const { me } = useMe()
  const held = [...new Set(me?.grants.map((grant) => grant.role))]
  const deputy = me?.grants.some((grant) => grant.deputyFor)
  return (
    <header className="header no-print">
      <button
        type="button"
        className="plain header-button header-menu"
        aria-label={words.menu}
        onClick={props.onMenu}
      >
        <MenuOutlined />
      </button>
      <Mark />
      {me && (
        <p className="header-body">
          <span className="header-unit">{me.body}</span>
          <span className="header-role">
            <Dots of={[held.map((role) => word(roles[role])).join('、'), deputy && words.deputy]} />
          </span>
        </p>
      )}
      <div className="header-end">
        {me && <Bell />}
        <LanguageSwitch />
        {me ? <AccountMenu me={me} /> : <Link to="/sign-in">{words.signIn}</Link>}
      </div>
    </header>
  )
}
