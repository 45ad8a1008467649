import { Alert, Button, Checkbox, Input, Modal } from 'antd'
import { useDeferredValue, useState } from 'react'
import { articlesDoor, type ArticleRow } from '#rooms/library/public.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { Dots } from '#shell/parts/dots.tsx'
import { EmptyState } from '#shell/parts/empty-state.tsx'
import { Loaded } from '#shell/parts/loaded.tsx'
import { useRead } from '#shell/query.ts'
import type { CaseForm } from '../forms.ts'
import type { ItemLine } from '../item-lines.ts'
import { valueWords } from '../labels.ts'
import { shelfWords } from './shelf-words.ts'
import './licence.css'

interface Props {
  unitId: string
  form: CaseForm
  /** How many rows still fit. */
  room: number
  take: (lines: ItemLine[]) => void
}

/** Fills rows of 附表 from the unit's library of articles, so that nobody types ingredients twice. */
export function TakeFromLibrary(props: Props) {
  const words = useWords(shelfWords)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button disabled={props.room <= 0} onClick={() => setOpen(true)}>
        {words.take}
      </Button>
      {open && <Choose {...props} close={() => setOpen(false)} />}
    </>
  )
}

const most = 50

function Choose({ unitId, form, room, take, close }: Props & { close: () => void }) {
  const words = useWords(shelfWords)
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<readonly ArticleRow[]>([])
  const q = useDeferredValue(text.trim())
  const read = useRead(articlesDoor, { query: { unit: unitId, q, size: most } }, { fresh: true })
  const toggle = (row: ArticleRow, on: boolean) =>
    setChosen((old) => [...old.filter((o) => o.id !== row.id), ...(on ? [row] : [])])
  return (
    <Modal
      open
      title={words.take}
      width={760}
      onCancel={close}
      okText={fill(words.fillIn, { n: chosen.length })}
      okButtonProps={{ disabled: chosen.length === 0 || chosen.length > room }}
      onOk={() => {
        take(chosen.map(lineOf))
        close()
      }}
    >
      <div className="shelf">
        <Input.Search
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={text}
          onChange={(e) => setText(e.target.value)}
        />
        <Loaded read={read}>
          {({ rows, total }) =>
            rows.length === 0 ? (
              <EmptyState title={words.none} hint={words.noneHint} />
            ) : (
              <>
                <ul className="shelf-list">
                  {rows.map((row) => (
                    <li key={row.id}>
                      <Checkbox
                        checked={chosen.some((c) => c.id === row.id)}
                        onChange={(e) => toggle(row, e.target.checked)}
                      >
                        <ArticleShown row={row} />
                      </Checkbox>
                    </li>
                  ))}
                </ul>
                {total > rows.length && (
                  <p className="quiet small">
                    {fill(words.found, { n: total, shown: rows.length })}
                  </p>
                )}
              </>
            )
          }
        </Loaded>
        <Notes chosen={chosen} form={form} />
      </div>
    </Modal>
  )
}

function ArticleShown({ row: { article, pathogens } }: { row: ArticleRow }) {
  return (
    <>
      <b>{article.nameZh}</b>{' '}
      <span className="quiet small">
        <Dots
          of={[
            article.nameEn,
            article.catalogueNo,
            article.specification,
            ...pathogens.map((p) => p.zh),
          ]}
        />
      </span>
    </>
  )
}

/** What taking these means for the rest of the application; nothing of it is changed behind one's back. */
function Notes({ chosen, form }: { chosen: readonly ArticleRow[]; form: CaseForm }) {
  const words = useWords(shelfWords)
  const word = useWord()
  const listed = form.pathogenState === 'contained' ? (form.pathogens ?? []) : []
  const missing = chosen
    .flatMap((row) => row.pathogens)
    .filter((p) => !listed.some((use) => use.pathogenId === p.id))
  const others = chosen.filter(
    (row) => form.articleClass !== undefined && row.article.articleClass !== form.articleClass,
  )
  const classes = others.map((row) => word(valueWords('articleClass', row.article.articleClass)))
  const notes = [
    missing.length > 0 &&
      fill(words.pathogens, { names: [...new Set(missing.map((p) => p.zh))].join('、') }),
    others.length > 0 && fill(words.otherClass, { names: [...new Set(classes)].join('、') }),
  ]
  return notes
    .filter((note) => note !== false)
    .map((note) => <Alert key={note} type="warning" showIcon title={note} />)
}

const lineOf = ({ article }: ArticleRow): ItemLine => ({
  nameZh: article.nameZh,
  nameEn: article.nameEn,
  otherName: article.otherName,
  labelSays: article.labelSays,
  catalogueNo: article.catalogueNo,
  productPage: article.productPage,
  // a batch is of one delivery and not of the article
  batchNo: '',
  quantity: null,
  packUnit: article.packUnit,
  specification: article.specification,
  ingredients: article.ingredients,
  use: article.use,
})
