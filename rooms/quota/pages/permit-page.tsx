import { Link } from '@tanstack/react-router'
import { paperHref } from '#frame/papers/doors.ts'
import { usePathParam } from '#shell/address.ts'
import { showInstant } from '#shell/format.ts'
import { fill, useWords } from '#shell/language.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import { LineTable } from '#shell/parts/line-table.tsx'
import { LinkButton } from '#shell/parts/link-button.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { PaperList } from '#shell/parts/paper-list.tsx'
import { Section } from '#shell/parts/section.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { WhyNot } from '#shell/parts/why-not.tsx'
import { useRead } from '#shell/query.ts'
import type { z } from 'zod'
import { permitDoor } from '../doors.ts'
import type { permitView } from '../views.ts'
import { articleName } from './article-name.tsx'
import { pageWords, quotaTones } from './page-words.ts'
import './quota.css'

type View = z.infer<typeof permitView>

/** A permit in use: what is left on each line, and every movement behind it. */
export function PermitPage() {
  const words = useWords(pageWords)
  const id = usePathParam('id')
  const { data, error, refetch } = useRead(permitDoor, { params: { id } }, { fresh: true })
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
            <LinkButton to={`/licence/${data.caseId}`}>{words.openCase}</LinkButton>
            {request?.allowed && (
              <LinkButton to={`/quota/permits/${id}/request`} type="primary">
                {words.request}
              </LinkButton>
            )}
          </>
        }
      />
      {request && !request.allowed && (
        <div className="permit-why">
          <WhyNot reasons={whyNot(data, request.reasons, words)} title={words.unavailable} />
        </div>
      )}
      <Section title={words.balance}>
        <Balance lines={data.lines} />
      </Section>
      <Section title={words.papers}>
        <PaperList papers={data.papers} href={paperHref} />
      </Section>
      <Section title={words.movements}>
        <Movements view={data} />
      </Section>
    </>
  )
}

/** Why nothing can be asked for: of a permit that is used up, how that came about. */
function whyNot(
  permit: View,
  reasons: View['acts'][number]['reasons'],
  words: Record<keyof typeof pageWords, string>,
) {
  if (permit.status !== 'used-up') return reasons
  const message = permit.inBatches ? words.usedUp : fill(words.usedUpOnce, { grade: permit.grade })
  return [{ duty: 'S2-009', code: 'used-up', message }]
}

function Balance({ lines }: { lines: View['lines'] }) {
  const words = useWords(pageWords)
  const count = (title: string, key: 'approved' | 'reserved' | 'used' | 'available') => ({
    key,
    title,
    align: 'right' as const,
    render: (l: View['lines'][number]) => (key === 'available' ? <b>{l[key]}</b> : l[key]),
  })
  return (
    <LineTable
      label={words.balance}
      rows={lines}
      rowKey={(l) => l.n}
      columns={[
        { key: 'n', title: words.row, width: 56, render: (l) => l.n },
        { key: 'name', title: words.name, head: true, render: articleName },
        { key: 'specification', title: words.specification, render: (l) => l.specification },
        count(words.approved, 'approved'),
        count(words.reserved, 'reserved'),
        count(words.used, 'used'),
        count(words.available, 'available'),
        { key: 'unit', title: words.packUnit, render: (l) => l.packUnit },
      ]}
    />
  )
}

function Movements({ view }: { view: View }) {
  const words = useWords(pageWords)
  const line = (n: number) => view.lines.find((l) => l.n === n)
  return (
    <LineTable
      label={words.movements}
      rows={view.movements}
      rowKey={(m) => `${m.at}-${m.n}-${m.kind}`}
      empty={{ title: words.noWriteOffs, hint: words.noWriteOffsHint }}
      columns={[
        { key: 'at', title: words.when, render: (m) => showInstant(m.at) },
        {
          key: 'writeOff',
          head: true,
          title: words.writeOffNumber,
          render: (m) => (
            <Link to="/quota/write-offs/$id" params={{ id: m.writeOffId }}>
              {m.writeOffNumber}
            </Link>
          ),
        },
        { key: 'line', title: words.name, render: (m) => line(m.n)?.nameZh },
        { key: 'kind', title: words.what, render: (m) => words[m.kind] },
        {
          key: 'quantity',
          title: words.quantity,
          align: 'right',
          render: (m) => `${m.quantity} ${line(m.n)?.packUnit ?? ''}`,
        },
      ]}
    />
  )
}
