import { useParams } from '@tanstack/react-router'
import { Fault } from '#shell/parts/fault.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { useRead } from '#shell/query.ts'
import { caseDoor } from '../doors.ts'
import { FillCase } from './fill-case.tsx'
import { ReadCase } from './read-case.tsx'

/** One case: its own unit fills a draft or a correction, everybody else reads and acts. */
export function CasePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error, refetch } = useRead(caseDoor, { params: { id } })
  if (error && !data) return <Fault error={error} retry={() => void refetch()} />
  if (!data) return <Waiting />
  const filling = data.viewer === 'unit' && (data.editable.all || data.editable.places.length > 0)
  return filling ? <FillCase key={`${id}-${data.status}`} view={data} /> : <ReadCase view={data} />
}
