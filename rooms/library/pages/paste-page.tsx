import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useMemo, useState } from 'react'
import type { Reason } from '#frame/kernel/reason.ts'
import { fill, useWords } from '#shell/language.tsx'
import { ConfirmLeave } from '#shell/parts/confirm-leave.tsx'
import { ItemGrid } from '#shell/parts/item-grid.tsx'
import {
  isBlankRow,
  type GridColumn,
  type GridError,
  type GridRow,
} from '#shell/parts/item-rows.ts'
import { PageHead } from '#shell/parts/page-head.tsx'
import '#shell/parts/section.css'
import { useAct } from '#shell/query.ts'
import { addDoor } from '../doors.ts'
import { articleFields, mostAtOnce } from '../forms.ts'
import { choicesOf } from '../labels.ts'
import { AlikeRefusal } from './alike-refusal.tsx'
import { asArticle, type TypedArticle } from './article-fields.tsx'
import { OwnUnit } from './own-unit.tsx'
import { pageWords } from './page-words.ts'
import './library.css'

// which pathogens an article contains is chosen one by one, on its own page
const columns: readonly GridColumn[] = articleFields
  .filter((f) => f.name !== 'pathogens')
  .map(({ name, title, duty, required }) => {
    const choices = choicesOf(name)
    return {
      name,
      title,
      duty,
      required,
      width: 150,
      ...(choices ? { kind: 'choice' as const, choices } : {}),
    }
  })

/** Several articles from a sheet, all or none, with the faults at their cells. */
export function PasteArticlesPage() {
  const words = useWords(pageWords)
  return (
    <>
      <PageHead title={words.paste} hint={fill(words.pasteHint, { most: mostAtOnce })} />
      <section className="card section article-page">
        <OwnUnit>{(unitId) => <PasteArticles unitId={unitId} />}</OwnUnit>
      </section>
    </>
  )
}

function PasteArticles({ unitId }: { unitId: string }) {
  const words = useWords(pageWords)
  const { message } = App.useApp()
  const navigate = useNavigate()
  const add = useAct(addDoor)
  const [rows, setRows] = useState<GridRow[]>([])
  const errors = useMemo(() => gridErrors(add.error?.reasons ?? []), [add.error])

  async function save(anyway: boolean) {
    const filled = rows.filter((row) => !isBlankRow(row))
    // faults count rows as they were sent
    setRows(filled)
    const body = { unitId, articles: filled.map(articleOf), anyway }
    const done = await add.run({ body }).catch(() => null)
    if (!done) return
    void message.success(fill(words.savedMany, { n: filled.length }))
    await navigate({ to: '/library', ignoreBlocker: true })
  }

  return (
    <>
      <ConfirmLeave unsaved={rows.some((row) => !isBlankRow(row))} />
      <ItemGrid
        columns={columns}
        rows={rows}
        most={mostAtOnce}
        // before the server looked at them, nothing is known of faults
        {...(add.error ? { errors } : {})}
        at="articles"
        change={setRows}
      />
      {add.error && (
        <AlikeRefusal
          error={add.error}
          name={undefined}
          goOn={() => void save(true)}
          busy={add.busy}
          told={errors.length === add.error.reasons.length && errors.length > 0}
        />
      )}
      <p className="article-acts">
        <Button
          type="primary"
          loading={add.busy}
          disabled={rows.every((row) => isBlankRow(row))}
          onClick={() => void save(false)}
        >
          {words.saveAll}
        </Button>
      </p>
    </>
  )
}

/** A row as the door takes it: an empty cell is a field that was not filled. */
function articleOf(row: GridRow) {
  const filled = Object.entries(row).filter(([, value]) => value !== '' && value !== null)
  return asArticle(Object.fromEntries(filled) as TypedArticle)
}

function gridErrors(reasons: readonly Reason[]): GridError[] {
  return reasons.flatMap(({ at, message, duty }) => {
    const [, row, name] = /^articles\.(\d+)\.(\w+)/.exec(at ?? '') ?? []
    return row === undefined || name === undefined
      ? []
      : [{ row: Number(row), name, message, duty }]
  })
}
