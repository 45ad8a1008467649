import { Link } from '@tanstack/react-router'
import { showInstant } from '#shell/format.ts'
import { useWord, useWords } from '#shell/language.tsx'
import { LineTable } from '#shell/parts/line-table.tsx'
import { Section } from '#shell/parts/section.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { kindWords } from '../labels.ts'
import type { RegistrationStatus } from '../states.ts'
import type { UnitView } from '../views.ts'
import { registrationTones } from './tones.ts'
import { unitWords } from './unit-words.ts'

/** Each time something came into force, the newest first. */
export function UnitHistory({ unit }: { unit: UnitView }) {
  const words = useWords(unitWords)
  const word = useWord()
  const numberOf = (id: string) => unit.registrations.find((r) => r.id === id)?.number ?? ''
  return (
    <Section title={words.history} hint={unit.history.length > 0 ? words.historyHint : undefined}>
      <LineTable
        label={words.history}
        rows={unit.history}
        rowKey={(h) => h.n}
        size={10}
        empty={{ title: words.noHistory }}
        columns={[
          {
            key: 'when',
            title: words.when,
            head: true,
            width: 150,
            render: (h) => <span className="tabular">{showInstant(h.fromAt)}</span>,
          },
          {
            key: 'what',
            title: words.what,
            render: (h) => (h.n === 1 ? words.first : h.changed.map((w) => word(w)).join('、')),
          },
          {
            key: 'by',
            title: words.by,
            width: 150,
            render: (h) =>
              h.registrationId ? (
                <Link to="/registration/$id" params={{ id: h.registrationId }}>
                  {numberOf(h.registrationId) || words.noNumber}
                </Link>
              ) : (
                words.bySelf
              ),
          },
        ]}
      />
    </Section>
  )
}

/** The registrations and changes of a unit, the newest first. */
export function UnitRegistrations({ unit }: { unit: UnitView }) {
  const words = useWords(unitWords)
  const word = useWord()
  return (
    <Section title={words.registrations}>
      <LineTable
        label={words.registrations}
        rows={unit.registrations}
        rowKey={(r) => r.id}
        size={10}
        empty={{ title: words.noRegistrations }}
        columns={[
          {
            key: 'number',
            title: words.number,
            head: true,
            render: (r) => (
              <Link to="/registration/$id" params={{ id: r.id }} className="tabular">
                {r.number ?? words.noNumber}
              </Link>
            ),
          },
          { key: 'kind', title: words.matter, render: (r) => word(kindWords[r.kind]) },
          {
            key: 'status',
            title: words.status,
            render: (r) => (
              <StatusTag
                words={r.statusWords}
                tone={registrationTones[r.status as RegistrationStatus]}
              />
            ),
          },
        ]}
      />
    </Section>
  )
}
