import { useQueryClient } from '@tanstack/react-query'
import { call } from '#shell/call.ts'
import { useWords } from '#shell/language.tsx'
import { FileBox } from '#shell/parts/file-box.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import { EmptyState } from '#shell/parts/empty-state.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { WhyNot } from '#shell/parts/why-not.tsx'
import type { ShownFile } from '#shell/parts/file-slot.ts'
import type { Remark } from '#shell/parts/remark.ts'
import { useRead } from '#shell/query.ts'
import { uploadFile } from '#shell/upload.ts'
import { removeFileDoor, slotsDoor } from '../doors.ts'

const words = {
  none: { zh: '没有需要的文件', en: 'No documents are asked for' },
  scanner: { zh: '查毒暂时不能进行', en: 'The virus scan is not possible now' },
} as const

/**
 * All document slots of one subject: what is there, what is missing and why, and where this person may
 * bring a file, the way to do it. In: the kind of subject and its id; `only` shows one slot by its code;
 * remarks at the slots and a way to add one; what opens a file beside the page.
 */
export function SubjectFiles(props: {
  subject: string
  subjectId: string
  only?: string
  remarks?: readonly Remark[]
  onRemark?: (at: string, text: string) => Promise<unknown>
  onOpen?: (file: ShownFile) => void
}) {
  const say = useWords(words)
  const client = useQueryClient()
  const { subject, subjectId } = props
  const at = { params: { subject, subjectId } }
  const { data, error, refetch } = useRead(slotsDoor, at, { fresh: true })
  if (error && !data) return <Fault error={error} retry={() => void refetch()} />
  if (!data) return <Waiting />
  const besides = {
    ...(props.remarks ? { remarks: props.remarks } : {}),
    ...(props.onRemark ? { onRemark: props.onRemark } : {}),
    ...(props.onOpen ? { onOpen: props.onOpen } : {}),
  }
  const slots = data.slots.filter(({ code }) => code === (props.only ?? code))
  if (slots.length === 0) return <EmptyState title={say.none} />
  return (
    <>
      {data.scanner && <WhyNot reasons={[data.scanner]} title={say.scanner} />}
      {slots.map((slot) => (
        <FileBox
          key={slot.code}
          slot={{
            at: slot.at,
            title: slot.title,
            duty: slot.duty,
            required: slot.required,
            kinds: slot.kinds,
            ...(slot.mostDuty ? { mostDuty: slot.mostDuty } : {}),
            mostBytes: slot.mostBytes,
            many: slot.many,
            ...(slot.why ? { why: slot.why } : {}),
          }}
          files={slot.files}
          {...besides}
          {...(slot.closed.length === 0
            ? {
                // What is still missing on the page depends on what was just brought.
                upload: async (file, watch) => {
                  await uploadFile({ subject, subjectId, slot: slot.code }, file, watch)
                  await client.invalidateQueries()
                },
                remove: async (file: { id: string }) => {
                  await call(removeFileDoor, { params: { id: file.id } })
                  await client.invalidateQueries()
                },
              }
            : {})}
        />
      ))}
    </>
  )
}
