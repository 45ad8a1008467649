import { Alert, App, Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import {
  addDoor,
  articlesDoor,
  isSafePage,
  labelCodes,
  mostAtOnce,
  type ArticleForm,
} from '#rooms/library/public.ts'
import { asCallError, type CallError } from '#shell/call-error.ts'
import { fill, useWords } from '#shell/language.tsx'
import { Dots } from '#shell/parts/dots.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import { useAct } from '#shell/query.ts'
import type { CaseForm } from '../forms.ts'
import type { ItemLine } from '../item-lines.ts'
import { shelfWords } from './shelf-words.ts'
import './licence.css'

interface Props {
  unitId: string
  form: CaseForm
  lines: readonly ItemLine[]
}

/** Keeps rows of 附表 in the unit's library of articles, for the next application. */
export function KeepInLibrary(props: Props) {
  const words = useWords(shelfWords)
  const [open, setOpen] = useState(false)
  const named = props.lines.filter((line) => line.nameZh.trim() !== '')
  return (
    <>
      <Button disabled={named.length === 0} onClick={() => setOpen(true)}>
        {words.keep}
      </Button>
      {open && <Choose {...props} lines={named} close={() => setOpen(false)} />}
    </>
  )
}

function Choose({ unitId, form, lines, close }: Props & { close: () => void }) {
  const words = useWords(shelfWords)
  const { message } = App.useApp()
  const add = useAct(addDoor, [articlesDoor])
  const [left, setLeft] = useState<ReadonlySet<ItemLine>>(new Set())
  const [there, setThere] = useState<ReadonlySet<ItemLine>>(new Set())
  const [refused, setRefused] = useState<CallError>()
  const ticked = lines.filter((line) => !left.has(line))
  const chosen = ticked.slice(0, mostAtOnce)
  const { articleClass, pathogenState } = form
  const answered = articleClass !== undefined && pathogenState !== undefined

  async function keep() {
    if (!answered) return
    const articles = chosen.map((line) => articleOf(line, form, lines.length === 1))
    try {
      await add.run({ body: { unitId, articles } })
      void message.success(fill(words.kept, { n: articles.length }))
      if (chosen.length === ticked.length) {
        close()
        return
      }
      // the rest goes with the next press
      setRefused(undefined)
      setThere(new Set([...there, ...chosen]))
      setLeft(new Set([...left, ...chosen]))
    } catch (error) {
      const no = asCallError(error)
      setRefused(no)
      const alike = isAlike(no) ? chosen.filter((_, n) => namedBy(no, n)) : []
      setThere(new Set([...there, ...alike]))
      setLeft(new Set([...left, ...alike]))
    }
  }

  return (
    <Modal
      open
      title={words.keep}
      width={760}
      onCancel={close}
      okText={fill(words.keepThese, { n: chosen.length })}
      okButtonProps={{ disabled: !answered || chosen.length === 0, loading: add.busy }}
      onOk={() => void keep()}
    >
      <div className="shelf">
        <p>{answered ? words.keepHint : words.classFirst}</p>
        <ul className="shelf-list">
          {lines.map((line, n) => (
            // rows have no identity of their own: their place is their name
            // oxlint-disable-next-line react/no-array-index-key
            <li key={n}>
              <Checkbox
                checked={!left.has(line)}
                onChange={(e) => {
                  const others = [...left].filter((one) => one !== line)
                  setLeft(new Set(e.target.checked ? others : [...others, line]))
                }}
              >
                <b>{line.nameZh}</b>{' '}
                <span className="quiet small">
                  <Dots
                    of={[
                      line.nameEn,
                      line.catalogueNo,
                      line.specification,
                      there.has(line) && words.there,
                    ]}
                  />
                </span>
              </Checkbox>
            </li>
          ))}
        </ul>
        {refused && !isAlike(refused) && <Refusal error={refused} />}
        {ticked.length > chosen.length && (
          <p className="quiet">
            {fill(words.keepMost, { n: mostAtOnce, rest: ticked.length - mostAtOnce })}
          </p>
        )}
        {there.size > 0 && <Alert type="info" showIcon role="alert" title={words.skipped} />}
      </div>
    </Modal>
  )
}

const isAlike = (no: CallError) =>
  no.reasons.length > 0 && no.reasons.every((r) => r.code === 'alike')
const namedBy = (no: CallError, n: number) =>
  no.reasons.some((r) => r.at?.startsWith(`articles.${n}.`))

/** A row as the library keeps it; which of several contains a pathogen only its unit can say. */
function articleOf(
  line: ItemLine,
  { articleClass, pathogenState, pathogens = [] }: CaseForm,
  alone: boolean,
): ArticleForm {
  return {
    nameZh: line.nameZh,
    nameEn: line.nameEn,
    labelSays: labelCodes.find((code) => code === line.labelSays) ?? '',
    otherName: line.otherName,
    catalogueNo: line.catalogueNo,
    specification: line.specification,
    packUnit: line.packUnit,
    ingredients: line.ingredients,
    use: line.use,
    articleClass: articleClass!,
    pathogenState: pathogenState!,
    pathogens: alone ? pathogens.map((use) => use.pathogenId) : [],
    productPage: isSafePage(line.productPage) ? line.productPage : '',
  }
}
