import { Button } from 'antd'
import type { z } from 'zod'
import { proofFile } from '../proof-file.ts'
import { showInstant } from '#shell/format.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import type { Column, Filter } from '#shell/parts/table-column.ts'
import type { eventRow } from '../doors.ts'
import { ledgerWords } from '../labels.ts'

type EventRow = z.output<typeof eventRow>

/** Filters of the register of events; their keys are those of the door. */
export const eventFilters: readonly Filter[] = [
  { key: 'days', kind: 'days', label: ledgerWords.days },
  { key: 'actor', kind: 'text', label: ledgerWords.whoHint },
  {
    key: 'actorKind',
    kind: 'choice',
    label: ledgerWords.kind,
    options: (['person', 'system', 'public'] as const).map((value) => ({
      value,
      label: ledgerWords[value],
    })),
  },
  { key: 'act', kind: 'text', label: ledgerWords.act },
  { key: 'object', kind: 'text', label: ledgerWords.object },
]

/** Columns of the register of events. */
export function useEventColumns(): readonly Column<EventRow>[] {
  const words = useWords(ledgerWords)
  const word = useWord()
  return [
    { key: 'at', title: words.at, width: 170, always: true, render: (row) => showInstant(row.at) },
    { key: 'who', title: words.who, width: 240, render: (row) => whoOf(row, words) },
    {
      key: 'act',
      title: words.act,
      render: (row) => (
        <>
          {row.title && <span className="ledger-act">{word(row.title)}</span>}
          <code className="small quiet">{row.act}</code>
        </>
      ),
    },
    {
      key: 'object',
      title: words.object,
      render: (row) => row.subject && <code className="small">{row.subject.id}</code>,
    },
    {
      key: 'event',
      title: words.event,
      hidden: true,
      render: (row) => <code className="small">{row.id}</code>,
    },
    {
      key: 'leaf',
      title: words.leaf,
      width: 170,
      align: 'right',
      render: ({ leafIndex }) =>
        leafIndex === null ? (
          <span className="quiet">{words.notYet}</span>
        ) : (
          <span className="ledger-leaf">
            {leafIndex}
            <Button
              size="small"
              type="link"
              href={proofFile(leafIndex)}
              download
              aria-label={fill(words.proofOf, { n: leafIndex })}
            >
              {words.proof}
            </Button>
          </span>
        ),
    },
  ]
}

type WhoWords = Record<'system' | 'public' | 'formerAccount', string>

function whoOf({ actorKind, actor }: EventRow, words: WhoWords) {
  if (actorKind !== 'person') return words[actorKind]
  if (!actor) return words.formerAccount
  return (
    <>
      {actor.name} <span className="small quiet ledger-login">{actor.login}</span>
    </>
  )
}
