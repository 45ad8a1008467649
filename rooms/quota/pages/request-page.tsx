import { useNavigate, useParams } from '@tanstack/react-router'
import { Button, Input, InputNumber, Table } from 'antd'
import { useState } from 'react'
import { useWords } from '#shell/language.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import { FormFields } from '#shell/parts/form-fields.tsx'
import type { FormField } from '#shell/parts/form-field.ts'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { useAct, useRead } from '#shell/query.ts'
import { permitDoor, requestDoor } from '../doors.ts'
import { pageWords } from './page-words.ts'

const fields: readonly FormField[] = [
  { name: 'port', kind: 'text', title: pageWords.port, required: true, max: 20 },
  { name: 'plannedDay', kind: 'day', title: pageWords.planned, required: true },
  { name: 'transport', kind: 'text', title: pageWords.transport, required: true, max: 60 },
]

interface Asked {
  requested: number | null
  batchNo: string
}

/** S2-041 asks for a write-off for one shipment: port, day, transport and a quantity on each line. */
export function RequestPage() {
  const words = useWords(pageWords)
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error, refetch } = useRead(permitDoor, { params: { id } })
  const request = useAct(requestDoor)
  const navigate = useNavigate()
  const [values, setValues] = useState<Record<string, unknown>>({})
  const [asked, setAsked] = useState<Record<number, Asked>>({})
  if (error && !data) return <Fault error={error} retry={() => void refetch()} />
  if (!data) return <Waiting />
  const permit = data
  const set = (n: number, part: Partial<Asked>) =>
    setAsked((old) => ({ ...old, [n]: { requested: null, batchNo: '', ...old[n], ...part } }))
  const lines = Object.entries(asked)
    .filter(([, a]) => a.requested)
    .map(([n, a]) => ({ n: Number(n), requested: a.requested!, batchNo: a.batchNo }))
  async function send() {
    const text = (name: string) => String(values[name] ?? '')
    const body = {
      version: permit.version,
      port: text('port'),
      plannedDay: text('plannedDay'),
      transport: text('transport'),
      lines,
    }
    const made = await request.run({ params: { id }, body })
    await navigate({ to: '/quota/write-offs/$id', params: { id: made.id }, replace: true })
  }
  return (
    <>
      <PageHead
        title={words.request}
        facts={[{ label: words.number, value: data.number }]}
        hint={words.requestHint}
      />
      <section className="card case-section">
        <FormFields
          fields={fields}
          values={values}
          errors={request.error?.reasons ?? []}
          change={(name, value) => setValues((old) => ({ ...old, [name]: value }))}
        />
        <Table
          size="small"
          rowKey="n"
          scroll={{ x: 'max-content' }}
          pagination={data.lines.length > 50 ? { pageSize: 50 } : false}
          dataSource={data.lines}
          columns={[
            { title: '#', dataIndex: 'n', width: 48 },
            { title: words.name, key: 'name', render: (_, l) => `${l.nameZh} ${l.nameEn}` },
            {
              title: words.available,
              key: 'left',
              align: 'right',
              render: (_, l) => `${l.available} ${l.packUnit}`,
            },
            {
              title: words.requested,
              key: 'requested',
              width: 160,
              render: (_, l) => (
                <InputNumber
                  min={1}
                  precision={0}
                  suffix={l.packUnit}
                  aria-label={`${l.nameZh} ${words.requested}`}
                  value={asked[l.n]?.requested ?? null}
                  onChange={(requested) => set(l.n, { requested })}
                />
              ),
            },
            {
              title: words.batchNo,
              key: 'batch',
              width: 180,
              render: (_, l) => (
                <Input
                  aria-label={`${l.nameZh} ${words.batchNo}`}
                  value={asked[l.n]?.batchNo ?? ''}
                  onChange={(e) => set(l.n, { batchNo: e.target.value })}
                />
              ),
            },
          ]}
        />
        {request.error && <Refusal error={request.error} />}
        <p>
          <Button
            type="primary"
            loading={request.busy}
            disabled={lines.length === 0}
            // the refusal is shown above
            onClick={() => void send().catch(() => undefined)}
          >
            {words.send}
          </Button>{' '}
          {lines.length === 0 && <span className="quiet">{words.nothingYet}</span>}
        </p>
      </section>
    </>
  )
}
