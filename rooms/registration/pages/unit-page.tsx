import { usePathParam } from '#shell/address.ts'
import { showInstant } from '#shell/format.ts'
import { useWord, useWords } from '#shell/language.tsx'
import { Loaded } from '#shell/parts/loaded.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { useRead } from '#shell/query.ts'
import { unitDeskDoor, unitDoor } from '../doors.ts'
import { classWords } from '../labels.ts'
import type { UnitView } from '../views.ts'
import { unitTones } from './tones.ts'
import { UnitActs } from './unit-acts.tsx'
import { UnitEndings, UnitUnderway } from './unit-matters.tsx'
import { UnitHistory, UnitRegistrations } from './unit-history.tsx'
import { UnitMembers } from './unit-members.tsx'
import { UnitOnFile } from './unit-on-file.tsx'
import { unitWords } from './unit-words.ts'
import './unit.css'

/** A unit's own page: what is on file, what ends, what is under way, its people, and what it was before. */
export function UnitPage() {
  const id = usePathParam('id')
  const read = useRead(unitDoor, { params: { id } }, { fresh: true })
  return (
    <Loaded page read={read}>
      {(unit) => (
        <>
          <Head unit={unit} />
          <Desk unit={unit} />
          <UnitOnFile unit={unit} />
          <div className="unit-pair">
            <UnitHistory unit={unit} />
            <UnitRegistrations unit={unit} />
          </div>
        </>
      )}
    </Loaded>
  )
}

function Head({ unit }: { unit: UnitView }) {
  const words = useWords(unitWords)
  const word = useWord()
  return (
    <PageHead
      title={unit.nameZh}
      tag={<StatusTag words={unit.statusWords} tone={unitTones[unit.status] ?? 'end'} />}
      facts={[
        { label: word(unit.codeName), value: <span className="tabular">{unit.code}</span> },
        ...(unit.orgCode ? [{ label: words.orgCode, value: unit.orgCode }] : []),
        ...(unit.classes.length > 0
          ? [
              {
                label: words.classes,
                value: unit.classes.map((one) => word(classWords[one])).join('、'),
              },
            ]
          : []),
        { label: words.branch, value: word(unit.branch.name) },
        ...(unit.registeredAt
          ? [{ label: words.since, value: showInstant(unit.registeredAt) }]
          : []),
        {
          label: words.contact,
          value: [unit.contactName, unit.contactPhone, unit.contactMailbox]
            .filter(Boolean)
            .join(' '),
        },
      ]}
      acts={<UnitActs unit={unit} />}
    />
  )
}

function Desk({ unit }: { unit: UnitView }) {
  const read = useRead(unitDeskDoor, { params: { id: unit.id } }, { fresh: true })
  return (
    <Loaded read={read}>
      {(desk) => (
        <>
          <div className="unit-pair">
            <UnitEndings unitId={unit.id} endings={desk.endings} />
            <UnitUnderway underway={desk.underway} own={unit.viewer === 'unit'} />
          </div>
          <UnitMembers members={desk.members} own={unit.viewer === 'unit'} />
        </>
      )}
    </Loaded>
  )
}
