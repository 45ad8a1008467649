import { usePathParam } from '#shell/address.ts'
import { Loaded } from '#shell/parts/loaded.tsx'
import { useRead } from '#shell/query.ts'
import { registrationDoor } from '../doors.ts'
import { FillRegistration } from './fill-registration.tsx'
import { ReadRegistration } from './read-registration.tsx'

/** One registration: its own unit fills it in, everybody else reads and acts. */
export function RegistrationPage() {
  const id = usePathParam('id')
  const read = useRead(registrationDoor, { params: { id } }, { fresh: true })
  return (
    <Loaded page read={read}>
      {(view) => {
        const { all, places } = view.editable
        const filling = view.viewer === 'unit' && (all || places.length > 0)
        return filling ? (
          <FillRegistration key={`${id}-${view.status}`} view={view} />
        ) : (
          <ReadRegistration view={view} />
        )
      }}
    </Loaded>
  )
}
