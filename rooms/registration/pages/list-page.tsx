import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { z } from 'zod'
import { unitRoles } from '#frame/people/roles.ts'
import { useMe } from '#shell/me.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { FilterTable } from '#shell/parts/filter-table.tsx'
import { LinkButton } from '#shell/parts/link-button.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import type { Column } from '#shell/parts/table-column.ts'
import { doorSource } from '#shell/parts/table-source.ts'
import { useAct, useRead } from '#shell/query.ts'
import { beginDoorOfUnit, listDoor, unitDoor } from '../doors.ts'
import { kindWords } from '../labels.ts'
import { registrationLife, type RegistrationStatus } from '../states.ts'
import type { registrationRow } from '../views.ts'
import { pageWords } from './page-words.ts'
import { registrationTones } from './tones.ts'

type Row = z.infer<typeof registrationRow>

/** Registrations, changes and changes of contact: a unit's own, or those of an officer's branch. */
export function RegistrationListPage() {
  const words = useWords(pageWords)
  const word = useWord()
  const { me } = useMe()
  const own = me?.grants.find((g) => unitRoles.some((r) => r === g.role))?.unitId ?? null
  const columns: Column<Row>[] = [
    {
      key: 'number',
      title: words.number,
      sort: true,
      always: true,
      width: 180,
      render: (r) => (
        <Link to="/registration/$id" params={{ id: r.id }} className="tabular">
          {r.number ?? words.noNumber}
        </Link>
      ),
    },
    { key: 'unit', title: words.unit, cut: true, render: (r) => r.unitName, hidden: own !== null },
    { key: 'kind', title: words.kind, width: 120, render: (r) => word(kindWords[r.kind]) },
    {
      key: 'status',
      title: words.status,
      width: 160,
      render: (r) => {
        const status = r.status as RegistrationStatus
        return (
          <StatusTag words={registrationLife.statuses[status]} tone={registrationTones[status]} />
        )
      },
    },
    {
      key: 'branch',
      title: words.branch,
      cut: true,
      hidden: true,
      render: (r) => word(r.branch.name),
    },
    { key: 'submitted', title: words.submitted, width: 120, render: (r) => r.submittedDay ?? '—' },
    {
      key: 'hand-in',
      title: words.handIn,
      sort: true,
      width: 170,
      render: (r) =>
        r.handInBy && r.status === 'awaiting' ? (
          r.overdue ? (
            <b className="is-over">{fill(words.late, { day: r.handInBy })}</b>
          ) : (
            <span className="tabular">{r.handInBy}</span>
          )
        ) : (
          '—'
        ),
    },
  ]
  return (
    <>
      <PageHead title={words.list} acts={own && <UnitActs unitId={own} />} />
      <FilterTable<Row>
        name="registration"
        source={doorSource(listDoor)}
        columns={columns}
        rowKey={(r) => r.id}
        search={words.search}
        defaultSort={own ? '-updated' : 'hand-in'}
        filters={[
          {
            key: 'status',
            label: words.status,
            kind: 'choices',
            options: Object.entries(registrationLife.statuses).map(([value, label]) => ({
              value,
              label,
            })),
          },
          {
            key: 'kind',
            label: words.kind,
            kind: 'choices',
            options: Object.entries(kindWords).map(([value, label]) => ({ value, label })),
          },
        ]}
        empty={{ title: words.none, hint: own ? words.noneUnit : words.noneOfficer }}
      />
    </>
  )
}

/** What a unit may begin: its registration while it has none, later its own page with changes. */
function UnitActs({ unitId }: { unitId: string }) {
  const words = useWords(pageWords)
  const navigate = useNavigate()
  const { data } = useRead(unitDoor, { params: { id: unitId } })
  const begin = useAct(beginDoorOfUnit)
  const may = data?.acts.find((a) => a.act === 'registration.begin')
  return (
    <>
      {begin.error && <Refusal error={begin.error} />}
      {may?.allowed && (
        <Button
          type="primary"
          loading={begin.busy}
          onClick={() =>
            void begin
              .run({ body: { unitId } })
              .then((made) => navigate({ to: '/registration/$id', params: { id: made.id } }))
              // the refusal is shown beside the button
              .catch(() => undefined)
          }
        >
          {words.begin}
        </Button>
      )}
      <LinkButton to={`/units/${unitId}`}>{words.ownPage}</LinkButton>
    </>
  )
}
