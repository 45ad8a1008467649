import { Link, useParams } from '@tanstack/react-router'
import { Button, Table } from 'antd'
import { showInstant } from '#shell/format.ts'
import { fill, useWords } from '#shell/language.tsx'
import { EmptyState } from '#shell/parts/empty-state.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { WhyNot } from '#shell/parts/why-not.tsx'
import { useRead } from '#shell/query.ts'
import type { z } from 'zod'
import { permitDoor } from '../doors.ts'
import type { permitView } from '../views.ts'
import { pageWords, quotaTones } from './page-words.ts'

type View = z.infer<typeof permitView>

/** A permit in use: what is left on each line, and every movement behind it. */
export function PermitPage() {
  const words = useWords(pageWords)
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error, refetch } = useRead(permitDoor, { params: { id } })
  if (error && !data) return <Fault error={error} retry={() => void refetch()} />
  if (!data) return <Waiting />
  const request = data.acts.find((a) => a.act === 'quota.request')
  return (
    <>
      <PageHead
        title={data.number}
        tag={<StatusTag words={data.statusWords} tone={quotaTones[data.status] ?? 'end'} />}
        facts={[
          { label: words.unit, value: data.unitName },
          { label: words.grade, value: fill(words.gradeOf, { grade: data.grade }) },
          { label: words.issued, value: data.issuedDay },
          { label: words.until, value: data.validThrough },
          { label: words.uses, value: data.inBatches ? words.inBatches : words.once },
        ]}
        acts={
          <>
            <Link to="/licence/$id" params={{ id: data.caseId }}>
              <Button>{words.openCase}</Button>
            </Link>
            {request?.allowed && (
              <Link to="/quota/permits/$id/request" params={{ id }}>
                <Button type="primary">{words.request}</Button>
              </Link>
            )}
          </>
        }
      />
      {request && !request.allowed && (
        <WhyNot reasons={request.reasons} title={words.unavailable} />
      )}
      <section className="card case-section">
        <h2>{words.balance}</h2>
        <Balance lines={data.lines} />
      </section>
      <section className="card case-section">
        <h2>{words.movements}</h2>
        <Movements view={data} />
      </section>
    </>
  )
}

function Balance({ lines }: { lines: View['lines'] }) {
  const words = useWords(pageWords)
  const count = (title: string, key: 'approved' | 'reserved' | 'used' | 'available') => ({
    title,
    key,
    align: 'right' as const,
    render: (_: unknown, l: View['lines'][number]) => (
      <span className="tabular">{key === 'available' ? <b>{l[key]}</b> : l[key]}</span>
    ),
  })
  return (
    <Table
      size="small"
      rowKey="n"
      scroll={{ x: 'max-content' }}
      pagination={lines.length > 50 ? { pageSize: 50 } : false}
      dataSource={lines}
      columns={[
        { title: '#', dataIndex: 'n', width: 48 },
        { title: words.name, key: 'name', render: (_, l) => `${l.nameZh} ${l.nameEn}` },
        { title: words.specification, dataIndex: 'specification' },
        count(words.approved, 'approved'),
        count(words.reserved, 'reserved'),
        count(words.used, 'used'),
        count(words.available, 'available'),
        { title: '', dataIndex: 'packUnit', width: 60 },
      ]}
    />
  )
}

function Movements({ view }: { view: View }) {
  const words = useWords(pageWords)
  if (view.movements.length === 0)
    return <EmptyState title={words.noWriteOffs} hint={words.noWriteOffsHint} />
  const line = (n: number) => view.lines.find((l) => l.n === n)
  return (
    <Table
      size="small"
      rowKey={(m) => `${m.at}-${m.n}-${m.kind}`}
      scroll={{ x: 'max-content' }}
      pagination={view.movements.length > 50 ? { pageSize: 50 } : false}
      dataSource={view.movements}
      columns={[
        { title: words.when, key: 'at', render: (_, m) => showInstant(m.at) },
        {
          title: words.writeOffNumber,
          key: 'writeOff',
          render: (_, m) => (
            <Link to="/quota/write-offs/$id" params={{ id: m.writeOffId }}>
              {m.writeOffNumber}
            </Link>
          ),
        },
        { title: words.name, key: 'line', render: (_, m) => line(m.n)?.nameZh },
        { title: words.what, key: 'kind', render: (_, m) => words[m.kind] },
        {
          title: words.quantity,
          key: 'quantity',
          align: 'right',
          render: (_, m) => `${m.quantity} ${line(m.n)?.packUnit ?? ''}`,
        },
      ]}
    />
  )
}
