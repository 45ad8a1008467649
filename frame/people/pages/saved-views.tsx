import { DeleteOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import { parseSearch, useAddress, usePath, writeSearch } from '#shell/address.ts'
import { asCallError, type CallError } from '#shell/call-error.ts'
import { fill, useWords } from '#shell/language.tsx'
import { WhyNot } from '#shell/parts/why-not.tsx'
import { useAct, useRead } from '#shell/query.ts'
import { dropViewDoor, keepViewDoor, savedViewsDoor } from '../saved-views/doors.ts'
import './saved-views.css'

const viewWords = {
  mine: { zh: '我的视图', en: 'My views' },
  save: { zh: '保存当前视图', en: 'Save this view' },
  name: { zh: '视图名称', en: 'Name of the view' },
  hint: {
    zh: '记住现在的搜索、筛选和排序，只有自己看得到。同名的会被替换。',
    en: 'Keeps search, filters and order, for you alone. One of the same name is replaced.',
  },
  keep: { zh: '保存', en: 'Save' },
  drop: { zh: '删除视图“{name}”', en: 'Delete view “{name}”' },
} as const

/** The views of a register that a person keeps: go to one, keep what is shown now, delete one. In: its name. */
export function SavedViews({ register }: { register: string }) {
  const words = useWords(viewWords)
  const { search } = useAddress()
  const path = usePath()
  const navigate = useNavigate()
  const { data } = useRead(savedViewsDoor, { query: { register } })
  const drop = useAct(dropViewDoor, [savedViewsDoor])
  const now = asView(search)
  const views = data?.views ?? []
  return (
    <nav className="saved-views no-print" aria-label={words.mine}>
      {views.map((view) => (
        <span key={view.id} className="saved-view" data-here={view.query === now}>
          <Button
            size="small"
            type="text"
            aria-current={view.query === now ? 'true' : undefined}
            onClick={() => void navigate({ to: path, search: parseSearch(view.query) })}
          >
            {view.name}
          </Button>
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined />}
            aria-label={fill(words.drop, { name: view.name })}
            title={fill(words.drop, { name: view.name })}
            onClick={() => void drop.run({ params: { id: view.id } })}
          />
        </span>
      ))}
      {now !== '' && !views.some((view) => view.query === now) && (
        <KeepView register={register} query={now} />
      )}
    </nav>
  )
}

/** What is kept of an address: not the page one has come to. */
function asView(search: Record<string, string>): string {
  const { page: _page, after: _after, ...kept } = search
  return writeSearch(kept).replace(/^\?/, '')
}

function KeepView({ register, query }: { register: string; query: string }) {
  const words = useWords(viewWords)
  const keep = useAct(keepViewDoor, [savedViewsDoor])
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [error, setError] = useState<CallError | null>(null)
  async function save() {
    setError(null)
    try {
      await keep.run({ body: { register, name: name.trim(), query } })
      setOpen(false)
      setName('')
    } catch (caught) {
      setError(asCallError(caught))
    }
  }
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger={['click']}
      placement="bottomLeft"
      content={
        <form
          className="saved-view-form"
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <p className="small quiet">{words.hint}</p>
          <Input
            aria-label={words.name}
            placeholder={words.name}
            maxLength={40}
            value={name}
            onChange={(e) => setName(e.target.value)}
          />
          {error && <WhyNot reasons={error.reasons} title={error.message} tone="refused" live />}
          <Button type="primary" size="small" htmlType="submit" disabled={!name.trim()}>
            {words.keep}
          </Button>
        </form>
      }
    >
      <Button size="small">{words.save}</Button>
    </Popover>
  )
}
