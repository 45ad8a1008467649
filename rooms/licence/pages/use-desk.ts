import type { z } from 'zod'
import { useState } from 'react'
import type { ActForm } from '#shell/parts/act-form.ts'
import type { ActBarProps } from '#shell/parts/act-bar.tsx'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { useAct, useRead } from '#shell/query.ts'
import { addRemarkDoor, deskDoor, settleRemarkDoor, tickDoor } from '../desk/doors.ts'
import type { CaseView } from '../views.ts'
import { deskWords } from './desk-words.ts'

type Desk = z.output<typeof deskDoor.reply>
export type DeskRemark = Desk['remarks'][number]

/** What an officer has beside a case, and what he does there; nothing of it for the applicant. */
export function useDesk(view: CaseView) {
  const officer = view.viewer === 'officer'
  const at = { params: { id: view.id } }
  const { data } = useRead(deskDoor, at, { enabled: officer, fresh: true })
  const add = useAct(addRemarkDoor, [deskDoor])
  const settle = useAct(settleRemarkDoor, [deskDoor])
  const tick = useAct(tickDoor, [deskDoor])
  const [taken, setTaken] = useState<readonly string[]>([])
  if (!officer) return null
  const may = (act: string) => data?.acts.some((a) => a.act === act && a.allowed) ?? false
  return {
    data: data ?? null,
    may,
    /** Ids of the remarks that go into the correction notice. */
    taken,
    take: (id: string, on: boolean) =>
      setTaken((old) => (on ? [...old, id] : old.filter((one) => one !== id))),
    remark: (place: string, text: string) => add.run({ ...at, body: { at: place, text } }),
    settle: (id: string, settled: boolean) => settle.run({ params: { id }, body: { settled } }),
    tick: (code: string, done: boolean) => tick.run({ ...at, body: { code, done } }),
  }
}
export type CaseDesk = NonNullable<ReturnType<typeof useDesk>>

/** The acts with what the desk adds: remarks taken over into the correction, points not ticked yet. */
export function useActsWithDesk(acts: ActBarProps, desk: CaseDesk | null): ActBarProps {
  const words = useWords(deskWords)
  const word = useWord()
  if (!desk?.data || !acts.forms) return acts
  const { remarks, checks } = desk.data
  const items = correctionItems(remarks.filter((r) => desk.taken.includes(r.id)))
  const open = checks.filter((c) => !c.done)
  const correction = acts.forms['licence.ask-correction']
  const propose = acts.forms['licence.propose']
  const warned = fill(words.unticked, {
    n: open.length,
    points: open.map((c) => word(c.title)).join('；'),
  })
  return {
    ...acts,
    forms: {
      ...acts.forms,
      ...(correction && items.length > 0
        ? { 'licence.ask-correction': withInitial(correction, { items }) }
        : {}),
      ...(propose && open.length > 0
        ? { 'licence.propose': { ...propose, text: warned } satisfies ActForm }
        : {}),
    },
  }
}

const withInitial = (form: ActForm, initial: object): ActForm => ({
  ...form,
  initial: { ...form.initial, ...initial },
})

/** One item for each place: a notice tells of a place once. */
function correctionItems(remarks: readonly DeskRemark[]): { at: string; what: string }[] {
  const places = [...new Set(remarks.map((r) => r.at))]
  return places.map((at) => ({
    at,
    what: remarks
      .filter((r) => r.at === at)
      .map((r) => r.text)
      .join('；'),
  }))
}
