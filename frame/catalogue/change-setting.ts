import type { z } from 'zod'
import { act, type Facts, type Subject } from '#frame/kernel/act.ts'
import { absent, decided, type Reason } from '#frame/kernel/reason.ts'
import type { Tx } from '#frame/db/connect.ts'
import type { Coverage } from '#frame/papers/coverage.ts'
import { coverageNow } from '#frame/papers/held-coverage.ts'
import { unprintable } from '#frame/papers/unprintable.ts'
import { changeSettingForm } from './forms.ts'
import { inForce, settingFormOf, type SettingForm, type SettingKey } from './setting.ts'
import {
  changesSomething,
  fitsForm,
  keptByActor,
  startsLater,
  staysInOrder,
} from './setting-rules.ts'
import { settingMove } from './states.ts'
import { addValue, lockSetting, storedValues, type StoredValue } from './stored-settings.ts'

type Input = z.infer<typeof changeSettingForm>

/** A setting with all its values, and those of the others it must stay in order with. */
export interface SettingFacts extends Facts {
  subject: Subject
  form: SettingForm
  values: StoredValue[]
  all: StoredValue[]
  /** What the fonts of the papers can draw at the moment of the act. */
  coverage: Coverage
}

async function load(tx: Tx, input: Pick<Input, 'key'>): Promise<SettingFacts> {
  const form = settingFormOf(input.key)
  const version = form === undefined ? null : await lockSetting(tx, input.key)
  if (form === undefined || version === null) throw absent()
  const all = await storedValues(tx)
  return {
    subject: {
      kind: 'setting',
      id: form.key,
      unitId: null,
      branchId: null,
      status: 'in-force',
      version,
    },
    form,
    values: all.filter(({ key }) => key === form.key),
    all,
    coverage: coverageNow(),
  }
}

const valueOn = (all: readonly StoredValue[], key: SettingKey, day: string) => {
  const found = inForce(
    all.filter((value) => value.key === key),
    day,
  )
  return found === undefined
    ? null
    : { title: settingFormOf(key)?.title.zh ?? key, value: found.value }
}

/** Names, addresses and texts of the papers are printed on every one issued from that day on. */
function printsOnPapers({ form, coverage }: SettingFacts, { value }: Input): Reason[] {
  if (form.group !== 'papers' || typeof value !== 'string') return []
  return unprintable(coverage, [{ at: 'value', where: `“${form.title.zh}”`, text: value }])
}

/**
 * Gives a setting another value from a day to come. The old value stays in the history and holds until
 * the day before; what is in force is never touched.
 */
export const changeSetting = act<SettingFacts, Input, Input>({
  name: 'setting.change',
  move: settingMove('change'),
  input: changeSettingForm,
  seen: (input) => input.seen,
  load,
  ready: ({ form }, { actor }) => keptByActor(form, actor),
  decide: (facts, input, ctx) =>
    decided(
      [
        ...startsLater(input, ctx.today),
        ...fitsForm(facts.form, input),
        ...printsOnPapers(facts, input),
        ...changesSomething(facts.form, facts.values, input),
        ...staysInOrder(facts.form, input, (key) => valueOn(facts.all, key, input.validFrom)),
      ],
      () => input,
    ),
  async save(tx, facts, next, ctx) {
    const before = inForce(facts.values, next.validFrom)
    const version = await addValue(tx, {
      key: facts.form.key,
      n: facts.values.filter(({ validFrom }) => validFrom === next.validFrom).length + 1,
      value: next.value,
      validFrom: next.validFrom,
      source: next.source,
      ours: next.ours,
      reason: next.reason,
      enteredBy: ctx.actor.accountId,
      at: ctx.now,
      eventId: ctx.eventId,
    })
    const { value, validFrom, source, ours, reason } = next
    ctx.record({ value, before: before?.value ?? null, validFrom, source, ours, reason })
    return { id: facts.form.key, status: 'in-force', version }
  },
})
