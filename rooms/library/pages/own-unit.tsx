import { Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useWords } from '#shell/language.tsx'
import { EmptyState } from '#shell/parts/empty-state.tsx'
import { Loaded } from '#shell/parts/loaded.tsx'
import { useRead } from '#shell/query.ts'
import { unitsDoor } from '../doors.ts'
import { pageWords } from './page-words.ts'

/** For whose library something is typed: asked only of who works for several units. */
export function OwnUnit({ children }: { children: (unitId: string) => ReactNode }) {
  const words = useWords(pageWords)
  const read = useRead(unitsDoor, {})
  const [picked, setPicked] = useState<string>()
  return (
    <Loaded page read={read}>
      {({ units }) => {
        const unitId = picked ?? units[0]?.id
        if (!unitId) return <EmptyState title={words.noUnit} hint={words.noUnitHint} />
        return (
          <>
            {units.length > 1 && (
              <Select
                className="whole-width"
                aria-label={words.unit}
                value={unitId}
                onChange={setPicked}
                options={units.map((u) => ({ value: u.id, label: u.nameZh }))}
              />
            )}
            {children(unitId)}
          </>
        )
      }}
    </Loaded>
  )
}
