import { Outlet } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useState } from 'react'
import { usePath } from '#shell/address.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { shellWords } from '#shell/labels.ts'
import { useWords } from '#shell/language.tsx'
import { holds, useMe } from '#shell/me.ts'
import { KeyboardHelp } from '#shell/parts/keyboard-help.tsx'
import { Forbidden, PageFault } from '#shell/parts/full-pages.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { Header } from './header.tsx'
import { SessionGate } from './session-gate.tsx'
import { SideNav } from './side-nav.tsx'
import { SkipLink, useFocusAfterTravel } from './travel.tsx'
import './desk-layout.css'

/**
 * The frame of everybody who is signed in: header, navigation by role, breadcrumbs, page. `dense` is for
 * officers; left out, it follows the person.
 */
export function DeskLayout(props: { dense?: boolean }) {
  const { me, error } = useMe()
  const words = useWords(shellWords)
  const path = usePath()
  // the drawer belongs to the page it was opened on: going on closes it
  const [navOpenAt, setNavOpenAt] = useState<string | null>(null)
  useFocusAfterTravel()
  if (me === undefined) return <main>{error ? <PageFault error={error} /> : <Waiting />}</main>
  const dense = props.dense ?? !holds(me, unitRoles)
  return (
    <div className="desk" data-dense={dense}>
      <SkipLink />
      <Header onMenu={() => setNavOpenAt(path)} />
      <nav className="desk-nav no-print" aria-label={words.mainNav}>
        <SideNav />
      </nav>
      <Drawer
        open={navOpenAt === path}
        onClose={() => setNavOpenAt(null)}
        placement="left"
        size={260}
        title={words.menu}
        styles={{ body: { padding: 12 } }}
      >
        <nav aria-label={words.mainNav}>
          {/* also for the page one is on already */}
          <SideNav chosen={() => setNavOpenAt(null)} />
        </nav>
      </Drawer>
      <main className="desk-main" id="main" tabIndex={-1}>
        {me === null ? (
          <Forbidden signedOut />
        ) : (
          <>
            <Breadcrumbs />
            <Outlet />
          </>
        )}
      </main>
      {me && <SessionGate me={me} />}
      <KeyboardHelp />
    </div>
  )
}
