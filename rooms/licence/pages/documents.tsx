import { SubjectFiles } from '#frame/files/pages/subject-files.tsx'
import type { ShownFile } from '#shell/parts/file-slot.ts'
import type { CaseView } from '../views.ts'
import type { CaseDesk } from './use-desk.ts'

/**
 * The documents of the case, to read and, where its unit may, to bring. In: for officers the desk, whose
 * remarks stand at the documents, and what opens one beside the form.
 */
export function CaseDocuments(props: {
  view: Pick<CaseView, 'id' | 'correction' | 'status'>
  desk?: CaseDesk | null
  onOpen?: (file: ShownFile) => void
}) {
  const { desk, onOpen } = props
  return (
    <SubjectFiles
      subject="licence"
      subjectId={props.view.id}
      {...(desk ? { remarks: desk.data?.remarks ?? [], onRemark: desk.remark } : {})}
      {...(onOpen ? { onOpen } : {})}
    />
  )
}
