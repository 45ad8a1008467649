import { Alert, Button, Modal, Upload } from 'antd'
import { useState } from 'react'
import { fill, useLanguage, useWord, useWords } from '#shell/language.tsx'
import { pasteInto, readCells, type PastedCells } from './item-paste.ts'
import { isBlankRow, type GridColumn, type GridRow } from './item-rows.ts'
import { readSheet } from './item-sheet.ts'
import { importWords } from './import-words.ts'

interface Props {
  /** Every column a heading may name. */
  columns: readonly GridColumn[]
  rows: readonly GridRow[]
  most: number
  disabled: boolean
  blank: () => GridRow
  /** Takes the new rows, with what is to be said of it. */
  take: (rows: GridRow[], said: string, loud: boolean) => void
}

interface Found {
  cells: PastedCells
  name: string
}

/** Reads an .xlsx into the list. What is filled already is replaced only when the person says so. */
export function ImportSheet(props: Props) {
  const words = useWords(importWords)
  const word = useWord()
  const { language } = useLanguage()
  const { columns, rows, most } = props
  const [found, setFound] = useState<Found>()
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)
  const filled = rows.filter((row) => !isBlankRow(row))

  function put(cells: PastedCells, onto: readonly GridRow[]) {
    const at = { row: onto.length, column: 0, most, blank: props.blank }
    const { rows: next, taken } = pasteInto(onto, columns, cells, at)
    const said = [
      fill(words.done, { n: taken }),
      !cells.heading && words.noHeading,
      cells.guides > 0 && fill(words.guides, { n: cells.guides }),
      cells.unknown.length > 0 && fill(words.unknown, { names: cells.unknown.join('、') }),
    ]
    setFound(undefined)
    // what did not come along is told so that it is seen
    props.take(
      next,
      said.filter(Boolean).join(language === 'zh' ? '' : ' '),
      !cells.heading || cells.unknown.length > 0,
    )
  }

  async function read(file: File) {
    setBusy(true)
    const sheet = await readSheet(file)
    setBusy(false)
    if (!sheet.ok) return setFault(word(sheet.fault))
    const cells = readCells(columns, sheet.cells)
    const n = cells.body.length
    if (n === 0) return setFault(words.nothing)
    if (n > most) return setFault(fill(words.tooMany, { n, most }))
    if (filled.length === 0) return put(cells, [])
    return setFound({ cells, name: file.name })
  }

  const n = found?.cells.body.length ?? 0
  const fits = filled.length + n <= most
  return (
    <>
      <Upload
        accept=".xlsx"
        showUploadList={false}
        disabled={props.disabled || busy}
        beforeUpload={(file) => {
          void read(file)
          return false
        }}
      >
        <Button disabled={props.disabled} loading={busy}>
          {words.import}
        </Button>
      </Upload>
      <Modal
        open={found !== undefined}
        title={words.askTitle}
        onCancel={() => setFound(undefined)}
        footer={[
          <Button key="no" onClick={() => setFound(undefined)}>
            {words.cancel}
          </Button>,
          <Button key="replace" danger onClick={() => found && put(found.cells, [])}>
            {fill(words.replace, { n: filled.length })}
          </Button>,
          <Button
            key="append"
            type="primary"
            disabled={!fits}
            onClick={() => found && put(found.cells, filled)}
          >
            {words.append}
          </Button>,
        ]}
      >
        <p>{fill(words.ask, { name: found?.name ?? '', n, filled: filled.length })}</p>
        {!fits && (
          <Alert
            type="warning"
            showIcon
            title={fill(words.noRoom, { n: filled.length + n, most })}
          />
        )}
      </Modal>
      <Modal
        open={fault !== ''}
        title={words.faultTitle}
        onCancel={() => setFault('')}
        footer={[
          <Button key="ok" type="primary" onClick={() => setFault('')}>
            {words.understood}
          </Button>,
        ]}
      >
        <p role="alert">{fault}</p>
      </Modal>
    </>
  )
}
