import { fill, useWords } from '#shell/language.tsx'
import { ActBar } from '#shell/parts/act-bar.tsx'
import type { ActForm } from '#shell/parts/act-form.ts'
import { useAct } from '#shell/query.ts'
import { cancelDoor, finishDoor, receiveDoor, stopDoor } from '../doors.ts'
import type { VisitView } from '../views.ts'
import { visitWords } from './visit-words.ts'

const shown = ['visit.finish', 'visit.receive', 'visit.stop', 'visit.cancel']

/** What may be done with the visit now. In: ticks still on their way, and what follows a finish. */
export function VisitActs(props: { view: VisitView; busy: boolean; finished: () => void }) {
  const words = useWords(visitWords)
  const receive = useAct(receiveDoor)
  const finish = useAct(finishDoor)
  const stop = useAct(stopDoor)
  const cancel = useAct(cancelDoor)
  const { view, busy } = props
  const at = { params: { id: view.id } }
  const { version } = view
  const wanting = view.rows.filter((r) => r.tick?.outcome === 'wanting').length
  const forms: Record<string, ActForm> = {
    'visit.receive': { plain: true },
    'visit.finish': {
      text: view.complete ? words.willComplete : fill(words.willReturn, { n: wanting }),
      confirm: view.complete ? visitWords.finishComplete : visitWords.finishReturn,
    },
    'visit.stop': {
      text: words.stopText,
      fields: [{ name: 'why', kind: 'long', title: visitWords.why, required: true, max: 300 }],
    },
    'visit.cancel': { danger: true },
  }
  const acts = view.acts
    .filter((a) => shown.includes(a.act) && a.reasons.every((r) => r.code !== 'wrong-status'))
    .map((a) => (busy ? { ...a, allowed: false, reasons: [] } : a))

  async function run(act: string, input: Record<string, unknown>) {
    if (act === 'visit.receive') await receive.run({ ...at, body: { version } })
    if (act === 'visit.cancel') await cancel.run({ ...at, body: { version } })
    if (act === 'visit.stop')
      await stop.run({ ...at, body: { version, why: textOf(input['why']) } })
    if (act !== 'visit.finish') return
    await finish.run({ ...at, body: { version } })
    props.finished()
  }

  // without a result is no main way, also while finishing is not possible yet
  const main = view.status === 'present' ? 'visit.finish' : 'visit.receive'
  return <ActBar main={main} acts={acts} forms={forms} run={run} />
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
