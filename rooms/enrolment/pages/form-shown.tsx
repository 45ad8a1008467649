import type { ReactNode } from 'react'
import { useWord } from '#shell/language.tsx'
import { FieldList } from '#shell/parts/field-list.tsx'
import { useRead } from '#shell/query.ts'
import { guideDoor } from '../doors.ts'
import { fieldsOf } from '../forms.ts'
import { documentWords, valueWords } from '../labels.ts'
import type { OwnView } from '../views.ts'

/** The form as it is printed. In: the request, and for an officer the control that shows the whole number. */
export function FormShown(props: {
  view: Pick<OwnView, 'kind' | 'form' | 'document'>
  number?: ReactNode
}) {
  const word = useWord()
  const { data } = useRead(guideDoor, {})
  const { kind, form, document } = props.view
  const valueOf = (name: ReturnType<typeof fieldsOf>[number]['name']): ReactNode => {
    if (name === 'area') {
      const area = data?.areas.find((a) => a.code === form.area)
      return area ? word(area.name) : (form.area ?? '')
    }
    if (name !== 'documentNumber') return word(valueWords(name, form[name]))
    if (!document) return ''
    return (
      <>
        {word(documentWords[document.kind])} <span className="mono">{document.masked}</span>{' '}
        {props.number}
      </>
    )
  }
  return (
    <FieldList
      fields={fieldsOf(kind).map(({ name, title, duty }) => ({
        at: name,
        title,
        duty,
        wide: name === 'activities' || name === 'reasons',
        value: valueOf(name),
      }))}
    />
  )
}
