import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Select } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { asCallError, type CallError } from '#shell/call-error.ts'
import { call } from '#shell/call.ts'
import { intentKeeper } from '#shell/intent.ts'
import { fill, useWords } from '#shell/language.tsx'
import { ActDialog } from '#shell/parts/act-dialog.tsx'
import type { ActForm } from '#shell/parts/act-form.ts'
import type { ControlProps } from '#shell/parts/form-field.ts'
import { useRead } from '#shell/query.ts'
import type { Role } from '../roles.ts'
import { colleaguesDoor, handOverDoor } from '../tasks/doors.ts'
import { handOverMove } from '../tasks/states.ts'
import { handOverWords } from './hand-over-words.ts'
import { typed } from './own-act.ts'

/** Something to hand over: which, how people call it, and the version of the holder one saw. */
export interface HandedTask {
  unitId: string
  id: string
  label: string
  version: number
}

interface Props {
  kind: string
  role: Role
  tasks: readonly HandedTask[]
}

/** Hands one or several things of a role to a colleague; only for whoever may, as the server said. */
export function HandOverButton(props: Props) {
  const words = useWords(handOverWords)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {words.handOver}
      </Button>
      {open && <HandOverDialog {...props} close={() => setOpen(false)} />}
    </>
  )
}

function HandOverDialog(props: Props & { close: () => void }) {
  const words = useWords(handOverWords)
  const { message } = App.useApp()
  const client = useQueryClient()
  const keeper = useRef(intentKeeper())
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<CallError | null>(null)
  const [gone, setGone] = useState<readonly string[]>([])
  const { kind, role } = props
  const left = props.tasks.filter((task) => !gone.includes(task.id))
  const asked = left.map((task) => `${task.unitId}:${task.id}`).join(',')
  const { data, error } = useRead(
    colleaguesDoor,
    { query: { kind, role, tasks: asked } },
    { fresh: true, enabled: left.length > 0 },
  )
  const people = data?.people

  /** One after the other, so that a no leaves the rest as it is and says which were handed over. */
  async function handOver(input: Record<string, unknown>): Promise<boolean> {
    setBusy(true)
    setRefused(null)
    const toId = typed(input, 'toId')
    const given: string[] = []
    try {
      for (const { unitId, id, version } of left) {
        const body = { unitId, kind, id, role, toId, version, reason: typed(input, 'reason') }
        await call(handOverDoor, { body }, { intent: keeper.current.keyFor(body) })
        keeper.current.done()
        given.push(id)
      }
      const name = people?.find((person) => person.id === toId)?.name ?? ''
      void message.success(fill(words.done, { name }))
      props.close()
      return true
    } catch (fault) {
      setRefused(asCallError(fault))
      setGone([...gone, ...given])
      return false
    } finally {
      setBusy(false)
      await client.invalidateQueries()
    }
  }

  const several = fill(words.several, {
    n: left.length,
    list: left.map((task) => task.label).join('、'),
  })
  const text = (
    <>
      {gone.length > 0 && <p>{fill(words.part, { n: gone.length })}</p>}
      {props.tasks.length > 1 && <p>{several}</p>}
      <p>{people?.length === 0 ? words.none : words.told}</p>
    </>
  )
  const state = { act: 'task.hand-over', title: handOverMove.title, allowed: true, reasons: [] }
  return (
    <ActDialog
      state={state}
      form={formOf(text, people)}
      busy={busy}
      refused={refused ?? error}
      confirm={handOver}
      cancel={props.close}
    />
  )
}

/** What is asked: to whom, and why. */
function formOf(text: ReactNode, people: readonly Person[] | undefined): ActForm {
  return {
    text,
    fields: [
      {
        name: 'toId',
        kind: 'colleague',
        title: handOverWords.to,
        hint: handOverWords.toHint,
        required: true,
      },
      { name: 'reason', kind: 'long', title: handOverWords.why, required: true, max: 500 },
    ],
    controls: { colleague: (control) => <Colleague {...control} people={people} /> },
    confirm: handOverWords.confirm,
  }
}

interface Person {
  id: string
  name: string
  body: string
  deputy: boolean
}

/** Picks one of the people the server offers. */
function Colleague(props: ControlProps & { people: readonly Person[] | undefined }) {
  const words = useWords(handOverWords)
  const { people } = props
  const options = (people ?? []).map(({ id, name, body, deputy }) => ({
    value: id,
    label: `${name}（${deputy ? `${body}，${words.deputy}` : body}）`,
  }))
  return (
    <Select
      id={props.id}
      aria-required
      aria-invalid={props.bad || undefined}
      aria-describedby={props.describedBy}
      status={props.bad ? 'error' : ''}
      className="whole-width"
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={words.choose}
      loading={people === undefined}
      disabled={props.disabled}
      options={options}
      notFoundContent={people === undefined ? null : words.none}
      value={typeof props.value === 'string' ? props.value : null}
      onChange={(id: string | null) => props.change(id ?? undefined)}
    />
  )
}
