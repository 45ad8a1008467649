import type { ReactNode } from 'react'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { useWord, useWords } from '#shell/language.tsx'
import { DutyChip } from './duty-chip.tsx'
import { partWords } from './labels.ts'
import { RemarkPin } from './remark-pin.tsx'
import { remarksAt, type Remark } from './remark.ts'
import './field-list.css'

/** One field of a form as it is printed. */
export interface ShownField {
  /** Its place on the page: reasons and remarks point at it. */
  at: string
  title: Words | string
  value: ReactNode
  duty?: string | null
  /** Takes the whole width. */
  wide?: boolean
  /** Stated as not applicable: prints as ***. */
  notApplicable?: boolean
  /** What stood here in the last version; given only when it differs. */
  before?: ReactNode
}

const listWords = {
  before: { zh: '上一版', en: 'before' },
  changed: { zh: '已改', en: 'changed' },
  notApplicable: { zh: '无此内容', en: 'not applicable' },
} as const

/**
 * A form as the regulation prints it: a table of labels and values, with remarks at the fields and what
 * changed since the last version. In: `fields` in print order; `remarks` and, for who may, `onRemark`.
 */
export function FieldList(props: {
  fields: readonly ShownField[]
  title?: string
  remarks?: readonly Remark[]
  onRemark?: (at: string, text: string) => Promise<unknown>
}) {
  const word = useWord()
  return (
    <div className="field-list">
      {props.title && <h3 className="field-list-title">{props.title}</h3>}
      <dl>
        {paired(props.fields).map((field) => (
          <div
            key={field.at}
            className="field-row"
            data-place={field.at}
            data-wide={field.wide}
            data-changed={field.before !== undefined}
          >
            <dt>
              {word(field.title)}
              {field.duty && <DutyChip duty={field.duty} />}
            </dt>
            <dd>
              <FieldValue field={field} />
              <RemarkPin
                what={word(field.title)}
                remarks={remarksAt(props.remarks, field.at)}
                onAdd={props.onRemark && ((text) => props.onRemark!(field.at, text))}
              />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** A narrow field that would stand alone in its row takes the whole row. */
function paired(fields: readonly ShownField[]): ShownField[] {
  const out: ShownField[] = []
  let open: ShownField | null = null
  for (const field of fields) {
    const own = { ...field }
    if (own.wide && open) open.wide = true
    open = own.wide || open ? null : own
    out.push(own)
  }
  if (open) open.wide = true
  return out
}

function FieldValue({ field }: { field: ShownField }) {
  const words = useWords({ ...partWords, ...listWords })
  const empty = field.value === undefined || field.value === null || field.value === ''
  return (
    <div className="field-value">
      {field.notApplicable ? (
        <span title={words.notApplicable}>***</span>
      ) : empty ? (
        <span className="quiet">{words.notFilled}</span>
      ) : (
        field.value
      )}
      {field.before !== undefined && (
        <p className="field-before">
          <span className="field-changed">{words.changed}</span>
          {words.before}
          {'：'}
          <del>{field.before === '' || field.before === null ? words.notFilled : field.before}</del>
        </p>
      )}
    </div>
  )
}
