import { usePathParam } from '#shell/address.ts'
import { Loaded } from '#shell/parts/loaded.tsx'
import { useRead } from '#shell/query.ts'
import { caseDoor } from '../doors.ts'
import { FillCase } from './fill-case.tsx'
import { ReadCase } from './read-case.tsx'

/** One case: its own unit fills a draft or a correction, everybody else reads and acts. */
export function CasePage() {
  const id = usePathParam('id')
  const read = useRead(caseDoor, { params: { id } }, { fresh: true })
  return (
    <Loaded page read={read}>
      {(view) => {
        const { all, places } = view.editable
        const filling = view.viewer === 'unit' && (all || places.length > 0)
        return filling ? (
          <FillCase key={`${id}-${view.status}`} view={view} />
        ) : (
          <ReadCase view={view} />
        )
      }}
    </Loaded>
  )
}
