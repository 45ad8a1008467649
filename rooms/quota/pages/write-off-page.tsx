import { Link } from '@tanstack/react-router'
import { Button, InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { paperHref } from '#frame/papers/doors.ts'
import { usePathParam } from '#shell/address.ts'
import { useWord, useWords } from '#shell/language.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import type { FormField } from '#shell/parts/form-field.ts'
import { FormFields } from '#shell/parts/form-fields.tsx'
import { LineTable } from '#shell/parts/line-table.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { PaperList } from '#shell/parts/paper-list.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import { Section } from '#shell/parts/section.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { WhyNot } from '#shell/parts/why-not.tsx'
import { useAct, useRead } from '#shell/query.ts'
import { confirmDoor, writeOffDoor } from '../doors.ts'
import type { writeOffView } from '../views.ts'
import { articleName } from './article-name.tsx'
import { pageWords, quotaTones } from './page-words.ts'
import './quota.css'

type View = z.infer<typeof writeOffView>

/** One write-off: what was asked for; the port officer fills in what was found and confirms. */
export function WriteOffPage() {
  const words = useWords(pageWords)
  const word = useWord()
  const id = usePathParam('id')
  const { data, error, refetch } = useRead(writeOffDoor, { params: { id } }, { fresh: true })
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
          { label: words.port, value: word(data.port) },
          { label: words.planned, value: data.plannedDay },
          { label: words.transport, value: data.transport },
          ...(data.confirmedDay ? [{ label: words.confirmed, value: data.confirmedDay }] : []),
        ]}
      />
      {confirm && !confirm.allowed && data.status === 'requested' && (
        <WhyNot reasons={confirm.reasons} />
      )}
      <Section title={words.quantities} {...(confirm?.allowed ? { hint: words.confirmHint } : {})}>
        {confirm?.allowed ? <Confirm view={data} /> : <Lines view={data} />}
        {data.note && (
          <p>
            {words.note}
            {'：'}
            {data.note}
          </p>
        )}
      </Section>
      {data.papers.length > 0 && (
        <Section title={words.papers}>
          <PaperList papers={data.papers} href={paperHref} />
        </Section>
      )}
    </>
  )
}

type Line = View['lines'][number]

const actualOf = (l: Line) => (l.actual === null ? '—' : `${l.actual} ${l.packUnit}`)

function Lines({ view, found }: { view: View; found?: (line: Line) => ReactNode }) {
  const words = useWords(pageWords)
  return (
    <LineTable
      label={words.quantities}
      rows={view.lines}
      rowKey={(l) => l.n}
      columns={[
        { key: 'n', title: words.row, width: 56, render: (l) => l.n },
        { key: 'name', title: words.name, head: true, render: articleName },
        { key: 'specification', title: words.specification, render: (l) => l.specification },
        { key: 'batch', title: words.batchNo, render: (l) => l.batchNo || '—' },
        {
          key: 'asked',
          title: words.requested,
          align: 'right',
          render: (l) => `${l.requested} ${l.packUnit}`,
        },
        {
          key: 'actual',
          title: words.actual,
          align: 'right',
          width: 170,
          render: found ?? actualOf,
        },
      ]}
    />
  )
}

const noteField: readonly FormField[] = [
  { name: 'note', kind: 'long', title: pageWords.note, max: 300 },
]

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
  const field = (l: Line) => (
    <InputNumber
      className="whole-width"
      min={0}
      precision={0}
      suffix={l.packUnit}
      aria-label={`${l.nameZh} ${words.actual}`}
      value={value(l)}
      onChange={(n) => setActual((old) => ({ ...old, [l.n]: n }))}
    />
  )
  return (
    <div className="write-off-confirm">
      <Lines view={view} found={field} />
      <FormFields
        columns={1}
        fields={noteField}
        values={{ note }}
        change={(_name, text) => setNote(typeof text === 'string' ? text : '')}
      />
      {confirm.error && <Refusal error={confirm.error} />}
      <div>
        <Button
          type="primary"
          loading={confirm.busy}
          // the refusal is shown above
          onClick={() => void send().catch(() => undefined)}
        >
          {words.confirm}
        </Button>
      </div>
    </div>
  )
}
