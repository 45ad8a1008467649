import type { z } from 'zod'
import { fill, useWords } from '#shell/language.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import { FilterTable } from '#shell/parts/filter-table.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { doorSource } from '#shell/parts/table-source.ts'
import { showNumber } from '#shell/format.ts'
import { useRead } from '#shell/query.ts'
import { eventsDoor, statusDoor } from '../doors.ts'
import { ledgerWords } from '../labels.ts'
import { eventFilters, useEventColumns } from './event-columns.tsx'
import { LogKey } from './log-key.tsx'
import './ledger-page.css'

type Status = z.output<typeof statusDoor.reply>

/** Who did what on which object, newest first, and how the ledger itself is doing. */
export function LedgerPage() {
  const words = useWords(ledgerWords)
  const columns = useEventColumns()
  const { data, error, refetch } = useRead(statusDoor, {}, { everyMs: 10_000 })
  return (
    <>
      <PageHead
        title={words.title}
        hint={words.hint}
        tag={
          data && (
            <StatusTag
              words={data.trouble ? ledgerWords.troubled : ledgerWords.well}
              tone={data.trouble ? 'danger' : 'ok'}
            />
          )
        }
        facts={data ? factsOf(data, words) : []}
      />
      {error && !data && <Fault error={error} retry={() => void refetch()} />}
      {data?.trouble && (
        <p className="card ledger-trouble" role="alert">
          {data.trouble}
        </p>
      )}
      {data?.notEnforced && (
        <details className="card ledger-note">
          <summary>{words.notEnforced}</summary>
          <p>{data.notEnforced}</p>
        </details>
      )}
      <FilterTable
        name="ledger-events"
        source={doorSource(eventsDoor)}
        columns={columns}
        rowKey={(row) => row.id}
        filters={eventFilters}
        search={false}
        size={50}
        empty={{ title: words.empty, hint: words.emptyHint }}
      />
      <LogKey />
    </>
  )
}

function factsOf(
  status: Status,
  words: Record<'leaves' | 'shown' | 'waiting' | 'waitingFor', string>,
) {
  const { size, shown, waiting, waitingSeconds } = status
  const longest = { n: waiting, s: Math.round(waitingSeconds) }
  return [
    { label: words.leaves, value: showNumber(size) },
    { label: words.shown, value: showNumber(shown) },
    { label: words.waiting, value: waiting === 0 ? '0' : fill(words.waitingFor, longest) },
  ]
}
