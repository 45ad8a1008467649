import type { CaseView } from '../views.ts'
import { SubjectFiles } from '#frame/files/pages/subject-files.tsx'

/** The documents of the case, to read and, where its unit may, to bring. */
export function CaseDocuments({ view }: { view: Pick<CaseView, 'id' | 'correction' | 'status'> }) {
  return <SubjectFiles subject="licence" subjectId={view.id} />
}
