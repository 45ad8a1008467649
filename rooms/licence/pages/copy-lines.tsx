import { Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import { call } from '#shell/call.ts'
import { asCallError, type CallError } from '#shell/call-error.ts'
import { dayOf } from '#shell/format.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { Dots } from '#shell/parts/dots.tsx'
import { EmptyState } from '#shell/parts/empty-state.tsx'
import { Loaded } from '#shell/parts/loaded.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import { useRead } from '#shell/query.ts'
import { earlierListDoor, earlierListsDoor } from '../lines-doors.ts'
import type { ItemLine } from '../item-lines.ts'
import { shelfWords } from './shelf-words.ts'
import './licence.css'

interface Props {
  caseId: string
  /** How many rows still fit. */
  room: number
  take: (lines: ItemLine[]) => void
}

/** Copies the rows of 附表 from another application of the same unit, behind what is there. */
export function CopyLines(props: Props) {
  const words = useWords(shelfWords)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button disabled={props.room <= 0} onClick={() => setOpen(true)}>
        {words.copy}
      </Button>
      {open && <Choose {...props} close={() => setOpen(false)} />}
    </>
  )
}

function Choose({ caseId, room, take, close }: Props & { close: () => void }) {
  const words = useWords(shelfWords)
  const word = useWord()
  const [from, setFrom] = useState<{ id: string; count: number }>()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<CallError>()
  const read = useRead(earlierListsDoor, { params: { id: caseId } }, { fresh: true })

  async function copy() {
    if (!from) return
    setBusy(true)
    try {
      const { lines } = await call(earlierListDoor, { params: { id: caseId, from: from.id } })
      take(lines)
      close()
    } catch (error) {
      setRefused(asCallError(error))
      setBusy(false)
    }
  }

  return (
    <Modal
      open
      title={words.copy}
      width={760}
      onCancel={close}
      okText={fill(words.copyThese, { n: from?.count ?? 0 })}
      okButtonProps={{ disabled: !from || from.count > room, loading: busy }}
      onOk={() => void copy()}
    >
      <div className="shelf">
        <p>{words.copyHint}</p>
        <Loaded read={read}>
          {({ lists }) =>
            lists.length === 0 ? (
              <EmptyState title={words.copyNone} hint={words.copyNoneHint} />
            ) : (
              <Radio.Group
                vertical
                className="shelf-list"
                aria-label={words.copy}
                value={from?.id}
                onChange={(e) => setFrom(lists.find((one) => one.id === e.target.value))}
                options={lists.map((one) => ({
                  value: one.id,
                  label: (
                    <>
                      <b>{one.articles || '—'}</b>{' '}
                      <span className="quiet small">
                        <Dots
                          of={[
                            one.number,
                            word(one.status),
                            fill(words.copyRows, { n: one.count }),
                            dayOf(one.updatedAt),
                          ]}
                        />
                      </span>
                    </>
                  ),
                }))}
              />
            )
          }
        </Loaded>
        {from && from.count > room && (
          <p role="alert">{fill(words.copyNoRoom, { n: from.count, room })}</p>
        )}
        {refused && <Refusal error={refused} />}
      </div>
    </Modal>
  )
}
