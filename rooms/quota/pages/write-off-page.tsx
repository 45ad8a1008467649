import { Link, useParams } from '@tanstack/react-router'
import { Button, Input, InputNumber, Table } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { paperHref } from '#frame/papers/doors.ts'
import { useWords } from '#shell/language.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { WhyNot } from '#shell/parts/why-not.tsx'
import { useAct, useRead } from '#shell/query.ts'
import { confirmDoor, writeOffDoor } from '../doors.ts'
import type { writeOffView } from '../views.ts'
import { pageWords, quotaTones } from './page-words.ts'

type View = z.infer<typeof writeOffView>

/** One write-off: what was asked for; the port officer fills in what was found and confirms. */
export function WriteOffPage() {
  const words = useWords(pageWords)
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error, refetch } = useRead(writeOffDoor, { params: { id } })
  if (error && !data) return <Fault error={error} retry={() => void refetch()} />
  if (!data) return <Waiting />
  const confirm = data.acts.find((a) => a.act === 'write-off.confirm')
  return (
    <>
      <PageHead
        title={data.number}
        tag={<StatusTag words={data.statusWords} tone={quotaTones[data.status] ?? 'end'} />}
        facts={[
          {
            label: words.number,
            value: (
              <Link to="/quota/permits/$id" params={{ id: data.permitId }}>
                {data.permitNumber}
              </Link>
            ),
          },
          { label: words.unit, value: data.unitName },
          { label: words.port, value: data.port },
          { label: words.planned, value: data.plannedDay },
          { label: words.transport, value: data.transport },
          ...(data.confirmedDay ? [{ label: words.confirmed, value: data.confirmedDay }] : []),
        ]}
      />
      {confirm && !confirm.allowed && data.status === 'requested' && (
        <WhyNot reasons={confirm.reasons} />
      )}
      <section className="card case-section">
        {confirm?.allowed ? <Confirm view={data} /> : <Lines view={data} />}
        {data.note && (
          <p>
            {words.note}
            {'：'}
            {data.note}
          </p>
        )}
      </section>
      {data.papers.length > 0 && (
        <section className="card case-section">
          <h2>{words.papers}</h2>
          <ul className="plain-list">
            {data.papers.map((p) => (
              <li key={p.id}>
                {p.status === 'issued' ? (
                  <a href={paperHref(p.id)} download>
                    {p.title} {p.number}
                  </a>
                ) : (
                  `${p.title} ${p.number}（${words.making}）`
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Lines({
  view,
  found,
}: {
  view: View
  found?: (line: View['lines'][number]) => React.ReactNode
}) {
  const words = useWords(pageWords)
  return (
    <Table
      size="small"
      rowKey="n"
      scroll={{ x: 'max-content' }}
      pagination={view.lines.length > 50 ? { pageSize: 50 } : false}
      dataSource={view.lines}
      columns={[
        { title: '#', dataIndex: 'n', width: 48 },
        { title: words.name, key: 'name', render: (_, l) => `${l.nameZh} ${l.nameEn}` },
        { title: words.specification, dataIndex: 'specification' },
        { title: words.batchNo, key: 'batch', render: (_, l) => l.batchNo || '—' },
        {
          title: words.requested,
          key: 'asked',
          align: 'right',
          render: (_, l) => `${l.requested} ${l.packUnit}`,
        },
        {
          title: words.actual,
          key: 'actual',
          align: 'right',
          width: 170,
          render: (_, l) =>
            found ? found(l) : l.actual === null ? '—' : `${l.actual} ${l.packUnit}`,
        },
      ]}
    />
  )
}

/** The port officer's part: the actual quantity of each line, then confirm. */
function Confirm({ view }: { view: View }) {
  const words = useWords(pageWords)
  const confirm = useAct(confirmDoor)
  const [actual, setActual] = useState<Record<number, number | null>>({})
  const [note, setNote] = useState('')
  const value = (l: View['lines'][number]) => (l.n in actual ? actual[l.n]! : l.requested)
  const send = () =>
    confirm.run({
      params: { id: view.id },
      body: {
        version: view.version,
        note,
        lines: view.lines.map((l) => ({ n: l.n, actual: value(l) ?? 0 })),
      },
    })
  return (
    <>
      <p className="quiet">{words.confirmHint}</p>
      <Lines
        view={view}
        found={(l) => (
          <InputNumber
            min={0}
            precision={0}
            suffix={l.packUnit}
            aria-label={`${l.nameZh} ${words.actual}`}
            value={value(l)}
            onChange={(n) => setActual((old) => ({ ...old, [l.n]: n }))}
          />
        )}
      />
      <label htmlFor="write-off-note">{words.note}</label>
      <Input.TextArea
        id="write-off-note"
        autoSize={{ minRows: 2 }}
        maxLength={300}
        value={note}
        onChange={(e) => setNote(e.target.value)}
      />
      {confirm.error && <Refusal error={confirm.error} />}
      <p>
        <Button
          type="primary"
          loading={confirm.busy}
          // the refusal is shown above
          onClick={() => void send().catch(() => undefined)}
        >
          {words.confirm}
        </Button>
      </p>
    </>
  )
}
