import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useAddress } from '#shell/address.ts'
import { showDay } from '#shell/format.ts'
import { fill, useLanguage, useWord, useWords } from '#shell/language.tsx'
import { EmptyState } from '#shell/parts/empty-state.tsx'
import { LineTable } from '#shell/parts/line-table.tsx'
import { Loaded } from '#shell/parts/loaded.tsx'
import { Section } from '#shell/parts/section.tsx'
import { useRead } from '#shell/query.ts'
import { unitAsOfDoor } from '../doors.ts'
import type { RegistrationForm } from '../forms.ts'
import type { UnitAsOf, UnitView } from '../views.ts'
import { FormShown } from './form-shown.tsx'
import { unitWords } from './unit-words.ts'

/** What is on file of a unit: now, or as it was on a day that stands in the address. */
export function UnitOnFile({ unit }: { unit: UnitView }) {
  const words = useWords(unitWords)
  const { search, change } = useAddress()
  const day = search['day']
  const toDay = (next: string | undefined) => change({ day: next }, true)
  return (
    <Section
      title={words.onFile}
      hint={day ? undefined : words.onFileHint}
      acts={
        <>
          {day && <Button onClick={() => toDay(undefined)}>{words.backToNow}</Button>}
          <DatePicker
            aria-label={words.onDay}
            placeholder={words.onDay}
            style={{ width: 190 }}
            value={day ? dayjs(day) : null}
            maxDate={dayjs()}
            onChange={(next) => toDay(next ? next.format('YYYY-MM-DD') : undefined)}
          />
        </>
      }
    >
      {day ? (
        <OnDay unitId={unit.id} day={day} />
      ) : unit.profile ? (
        <Shown form={unit.profile} documents={unit.documents} />
      ) : (
        <EmptyState title={words.notYet} hint={words.notYetHint} />
      )}
    </Section>
  )
}

function OnDay({ unitId, day }: { unitId: string; day: string }) {
  const words = useWords(unitWords)
  const { language } = useLanguage()
  const read = useRead(unitAsOfDoor, { params: { id: unitId }, query: { day } })
  const said = { day: showDay(day, language) }
  return (
    <Loaded read={read}>
      {({ inForce }) =>
        inForce ? (
          <>
            <output className="unit-as-of">{fill(words.asOf, said)}</output>
            <Shown form={inForce.profile} documents={inForce.documents} />
          </>
        ) : (
          <EmptyState title={fill(words.nothingThen, said)} />
        )
      }
    </Loaded>
  )
}

type Document = NonNullable<UnitAsOf['inForce']>['documents'][number]

function Shown(props: { form: RegistrationForm; documents: readonly Document[] }) {
  const words = useWords(unitWords)
  const word = useWord()
  return (
    <div className="unit-on-file">
      <FormShown view={{ kind: 'first', status: 'passed', form: props.form, inForce: null }} />
      <h3>{words.documents}</h3>
      <LineTable
        label={words.documents}
        rows={props.documents}
        rowKey={(d) => d.slot}
        empty={{ title: words.noDocuments }}
        columns={[
          { key: 'what', title: words.document, head: true, render: (d) => word(d.title) },
          {
            key: 'file',
            title: words.file,
            render: (d) => (
              <>
                <a href={d.href} download>
                  {d.name}
                </a>{' '}
                <span className="small quiet">{fill(words.version, { n: d.version })}</span>
              </>
            ),
          },
          { key: 'valid', title: words.validity, width: 230, render: (d) => <Validity of={d} /> },
        ]}
      />
    </div>
  )
}

function Validity({ of: { validFrom, validTo } }: { of: Document }) {
  const words = useWords(unitWords)
  if (!validFrom && !validTo) return <span className="quiet">{words.notDated}</span>
  return (
    <span className="tabular">
      {validFrom ?? '…'} — {validTo ?? words.openEnd}
    </span>
  )
}
