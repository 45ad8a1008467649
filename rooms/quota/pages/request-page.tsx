import { useNavigate } from '@tanstack/react-router'
import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { PortSelect } from '#frame/catalogue/pages/port-select.tsx'
import { usePathParam } from '#shell/address.ts'
import { useWords } from '#shell/language.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import { FormFields } from '#shell/parts/form-fields.tsx'
import type { ControlProps, FormField } from '#shell/parts/form-field.ts'
import { LineTable } from '#shell/parts/line-table.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import '#shell/parts/section.css'
import { Waiting } from '#shell/parts/waiting.tsx'
import { useAct, useRead } from '#shell/query.ts'
import { permitDoor, requestDoor } from '../doors.ts'
import { articleName } from './article-name.tsx'
import { pageWords } from './page-words.ts'
import './quota.css'

const fields: readonly FormField[] = [
  { name: 'port', kind: 'port', title: pageWords.port, required: true, duty: 'S2-156' },
  { name: 'plannedDay', kind: 'day', title: pageWords.planned, required: true },
  { name: 'transport', kind: 'text', title: pageWords.transport, required: true, max: 60 },
]

const controls = { port: (props: ControlProps) => <PortSelect {...props} /> }

interface Asked {
  requested: number | null
  batchNo: string
}

const textOf = (values: Record<string, unknown>, name: string) => {
  const value = values[name]
  return typeof value === 'string' ? value : ''
}

/** S2-041 asks for a write-off for one shipment: port, day, transport and a quantity on each line. */
export function RequestPage() {
  const words = useWords(pageWords)
  const id = usePathParam('id')
  const { data, error, refetch } = useRead(permitDoor, { params: { id } }, { fresh: true })
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
    const body = {
      version: permit.version,
      port: textOf(values, 'port'),
      plannedDay: textOf(values, 'plannedDay'),
      transport: textOf(values, 'transport'),
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
      <section className="card section write-off-confirm">
        <FormFields
          fields={fields}
          values={values}
          errors={request.error?.reasons ?? []}
          controls={controls}
          change={(name, value) => setValues((old) => ({ ...old, [name]: value }))}
        />
        <LineTable
          label={words.quantities}
          rows={data.lines}
          rowKey={(l) => l.n}
          columns={[
            { key: 'n', title: words.row, width: 56, render: (l) => l.n },
            { key: 'name', title: words.name, head: true, render: articleName },
            {
              key: 'left',
              title: words.available,
              align: 'right',
              render: (l) => `${l.available} ${l.packUnit}`,
            },
            {
              key: 'requested',
              title: words.requested,
              width: 170,
              render: (l) => (
                <InputNumber
                  className="whole-width"
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
              key: 'batch',
              title: words.batchNo,
              width: 190,
              render: (l) => (
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
