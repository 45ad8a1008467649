import type { z } from 'zod'
import { showInstant } from '#shell/format.ts'
import { useWord, useWords } from '#shell/language.tsx'
import { ActBar } from '#shell/parts/act-bar.tsx'
import { FilterTable } from '#shell/parts/filter-table.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { StatusTag, type Tone } from '#shell/parts/status-tag.tsx'
import type { Column } from '#shell/parts/table-column.ts'
import { doorSource } from '#shell/parts/table-source.ts'
import { useAct, useRead } from '#shell/query.ts'
import { confirmDoor, outboxDoor, resendDoor, type outboxLine } from '../doors.ts'
import type { MessageState } from '../forms.ts'
import { labels } from '../labels.ts'
import { outboxWords } from './labels.ts'
import './notify.css'

type Line = z.output<typeof outboxLine>
type Channels = z.output<typeof outboxDoor.reply>['channels']

const tones: Record<MessageState, Tone> = {
  waiting: 'wait',
  sending: 'progress',
  handing: 'progress',
  sent: 'ok',
  failed: 'danger',
  unknown: 'warn',
  kept: 'hold',
}

/** The mails and short messages of the house; with their texts only in the demonstration. */
export function OutboxPage() {
  const words = useWords(outboxWords)
  const { data } = useRead(outboxDoor, { query: { size: 1 } })
  const missing = [
    ...(data && !data.channels.mail ? [words.noMail] : []),
    ...(data && !data.channels.sms ? [words.noSms] : []),
  ]
  return (
    <>
      <PageHead title={words.title} hint={data && (data.demo ? words.demo : words.real)} />
      {missing.length > 0 && <p className="outbox-notes quiet small">{missing.join('　')}</p>}
      <OutboxTable demo={data?.demo ?? false} channels={data?.channels} />
    </>
  )
}

function OutboxTable({ demo, channels }: { demo: boolean; channels: Channels | undefined }) {
  const words = useWords(outboxWords)
  const word = useWord()
  const states = (['waiting', 'sent', 'failed', 'unknown', 'kept'] as const).map((state) => ({
    value: state,
    label: labels.states[state],
  }))
  const columns: readonly Column<Line>[] = [
    {
      key: 'message',
      title: outboxWords.message,
      always: true,
      render: (line) => (
        <>
          <Text line={line} />
          {(line.state !== 'kept' || channels?.[line.channel]) && <Decide line={line} />}
        </>
      ),
    },
    {
      key: 'channel',
      title: outboxWords.channel,
      width: 80,
      render: (line) => word(outboxWords[line.channel]),
    },
    { key: 'to', title: outboxWords.to, width: 170, render: (line) => line.to },
    {
      key: 'state',
      title: outboxWords.state,
      width: 130,
      render: (line) => <StatusTag words={labels.states[line.state]} tone={tones[line.state]} />,
    },
    {
      key: 'attempts',
      title: outboxWords.attempts,
      width: 80,
      align: 'right',
      hidden: demo,
      render: (line) => line.attempts,
    },
    {
      key: 'at',
      title: outboxWords.at,
      width: 150,
      render: (line) => <span className="nowrap">{showInstant(line.at)}</span>,
    },
  ]
  return (
    <FilterTable<Line>
      name="outbox"
      source={doorSource(outboxDoor)}
      columns={columns}
      rowKey={(line) => line.id}
      search={false}
      filters={[{ key: 'state', kind: 'choice', label: outboxWords.state, options: states }]}
      empty={{ title: words.empty }}
    />
  )
}

function Text({ line }: { line: Line }) {
  const words = useWords(outboxWords)
  const word = useWord()
  const { body } = line
  return (
    <div className="outbox-text">
      <b lang={body?.language === 'en' ? 'en' : undefined}>{body?.title ?? word(line.kind)}</b>
      {body?.lines.map((sentence) => (
        <span key={sentence}>{sentence}</span>
      ))}
      {body?.href && <a href={body.href}>{body.link ?? words.open}</a>}
      {line.state === 'unknown' && <span className="quiet">{words.unknown}</span>}
      {line.error && line.state !== 'unknown' && <code className="small">{line.error}</code>}
    </div>
  )
}

/** A kept message is worth sending again only once its channel is set up; nothing here is a main act. */
function Decide({ line }: { line: Line }) {
  const resend = useAct(resendDoor, [outboxDoor])
  const confirm = useAct(confirmDoor, [outboxDoor])
  const acts = line.acts.filter((state) => state.allowed)
  if (acts.length === 0) return null
  const input = { params: { id: line.id }, body: { version: line.version } }
  return (
    <ActBar
      layout="row"
      main="none"
      acts={acts}
      run={(act) => (act === 'message.resend' ? resend.run(input) : confirm.run(input))}
    />
  )
}
