import { useMemo } from 'react'
import type { Reason } from '#frame/kernel/reason.ts'
import { labelWords } from '#rooms/library/public.ts'
import { ItemGrid } from '#shell/parts/item-grid.tsx'
import { isBlankRow, type GridColumn, type GridError } from '#shell/parts/item-rows.ts'
import type { CaseForm } from '../forms.ts'
import { lineColumns, packUnits, type ItemLine, type LineColumnName } from '../item-lines.ts'
import { lineFindings } from '../line-findings.ts'
import { templateDoor } from '../lines-doors.ts'
import type { CaseView } from '../views.ts'
import { CopyLines } from './copy-lines.tsx'
import { KeepInLibrary } from './keep-in-library.tsx'
import { TakeFromLibrary } from './take-from-library.tsx'

const widths: Partial<Record<LineColumnName, number>> = {
  nameZh: 180,
  nameEn: 190,
  labelSays: 112,
  catalogueNo: 96,
  batchNo: 96,
  quantity: 76,
  packUnit: 92,
  specification: 130,
  ingredients: 200,
  use: 200,
}

/** What a column is besides a text. */
const special: Partial<Record<LineColumnName, Partial<GridColumn>>> = {
  quantity: { kind: 'integer' },
  labelSays: { kind: 'choice', choices: labelWords },
  packUnit: { offers: packUnits },
}

const allColumns: readonly GridColumn[] = lineColumns.map((column) => ({
  ...column,
  width: widths[column.name] ?? 140,
  ...special[column.name],
}))
const usualColumns = allColumns.filter((c) => c.name !== 'otherName')

/** 附表 to be filled: typed, pasted, imported, taken from the library or from an earlier application. */
export function LinesStep(props: {
  view: CaseView
  form: CaseForm
  lines: readonly ItemLine[]
  change: (next: (old: readonly ItemLine[]) => ItemLine[]) => void
}) {
  const { view, form, lines, change } = props
  // S2-199 the column is there where a label needs it
  const other = lines.some((line) => line.labelSays === 'other' || line.otherName !== '')
  const findings = useMemo(
    () => [...lineFindings(lines, form.articleClass), ...undrawn(view.problems)],
    [lines, form.articleClass, view.problems],
  )
  const add = (taken: ItemLine[]) => change((old) => [...filledLines(old), ...taken])
  const room = view.mostLines - lines.length
  return (
    <ItemGrid
      columns={other ? allColumns : usualColumns}
      known={allColumns}
      rows={lines}
      most={view.mostLines}
      errors={findings}
      templateHref={templateDoor.path}
      tools={
        <>
          <TakeFromLibrary unitId={view.unit.id} form={form} room={room} take={add} />
          <KeepInLibrary unitId={view.unit.id} form={form} lines={lines} />
          <CopyLines caseId={view.id} room={room} take={add} />
        </>
      }
      change={(rows) => change(() => rows)}
    />
  )
}

/** Only the server knows what its fonts can draw; everything else the page finds by itself as one types. */
function undrawn(problems: readonly Reason[]): GridError[] {
  return problems.flatMap(({ at, code, message, duty }) => {
    const [, row, name] = /^lines\.(\d+)\.(\w+)$/.exec(at ?? '') ?? []
    if (code !== 'no-glyph' || row === undefined || name === undefined) return []
    return [{ row: Number(row), name, message, duty }]
  })
}

/** Without the rows in which nothing was typed. */
const filledLines = (lines: readonly ItemLine[]) => lines.filter((line) => !isBlankRow({ ...line }))
