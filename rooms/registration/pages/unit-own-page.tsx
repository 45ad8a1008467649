import { Link, Navigate } from '@tanstack/react-router'
import { useWords } from '#shell/language.tsx'
import { EmptyState } from '#shell/parts/empty-state.tsx'
import { Loaded } from '#shell/parts/loaded.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Section } from '#shell/parts/section.tsx'
import { useRead } from '#shell/query.ts'
import { unitsDoor } from '../doors.ts'
import { unitWords } from './unit-words.ts'

/** Leads to the page of one's own unit; who works for several chooses. */
export function OwnUnitPage() {
  const words = useWords(unitWords)
  const read = useRead(unitsDoor, { query: { size: 100 } })
  return (
    <Loaded page read={read}>
      {({ rows }) => {
        if (rows.length === 1)
          return <Navigate to="/units/$id" params={{ id: rows[0]!.id }} replace />
        return (
          <>
            <PageHead title={words.own} />
            {rows.length === 0 ? (
              <EmptyState title={words.none} hint={words.noneHint} />
            ) : (
              <Section title={words.ours}>
                <ul className="plain-list">
                  {rows.map((row) => (
                    <li key={row.id}>
                      <Link to="/units/$id" params={{ id: row.id }}>
                        {row.nameZh}
                      </Link>
                    </li>
                  ))}
                </ul>
              </Section>
            )}
          </>
        )
      }}
    </Loaded>
  )
}
