import { z } from 'zod'
import type { Tx } from '#frame/db/connect.ts'
import { act, type ActReply, type SaveContext } from '#frame/kernel/act.ts'
import { marked, takeChanges, type FieldClash } from '#frame/kernel/field-changes.ts'
import { decided, granted, reason, type Decision, type Reason } from '#frame/kernel/reason.ts'
import { accountOf, load } from './act-parts.ts'
import { unknownCodes } from './code-words.ts'
import type { LicenceFacts } from './facts.ts'
import { caseForm, type CaseForm } from './forms.ts'
import { itemLine, mostLinesEver, type ItemLine } from './item-lines.ts'
import { applyEdit, lineEdit } from './line-edit.ts'
import { knownPathogenUse } from './named-pathogens.ts'
import { openPlaces } from './open-places.ts'
import { move } from './states.ts'
import { rewriteLines } from './write-lines.ts'

const change = z.strictObject({
  name: caseForm.keyof(),
  /** What the person's page showed before he typed; null for an empty field. */
  seen: z.unknown(),
  /** What he typed; null empties the field. */
  value: z.unknown(),
})

/** What one save carries: single fields, and 附表 as a whole or the rows of it that changed. */
export const saveInput = z.strictObject({
  id: z.uuid(),
  changes: z.array(change).max(40).default([]),
  lines: z.array(itemLine).max(mostLinesEver).optional(),
  lineEdit: lineEdit.optional(),
})
type SaveInput = z.output<typeof saveInput>

interface Saved {
  form: CaseForm
  names: string[]
  clashes: FieldClash[]
  lines: ItemLine[] | undefined
}

/** The act's answer: besides the state, the fields that were not taken. */
export interface SaveReply extends ActReply {
  clashes: FieldClash[]
}

/**
 * Keeps the draft on the server as one types. Every field carries the value it was seen with: one that a
 * colleague has changed meanwhile is not overwritten but answered with both values; the others are saved.
 */
export const saveAct = act({
  name: 'licence.save',
  move: move('save'),
  quiet: true,
  input: saveInput,
  load,
  decide: decideSave,
  async save(tx, facts, next: Saved, ctx): Promise<SaveReply> {
    const { subject } = facts
    await tx
      .updateTable('licence_case')
      .set({ form: JSON.stringify(next.form), updated_at: ctx.now })
      .where('unit_id', '=', subject.unitId)
      .where('id', '=', subject.id)
      .execute()
    await markFields(tx, facts, next.names, ctx)
    if (next.lines) await rewriteLines(tx, listOf(facts), facts.lines, next.lines)
    const { id, status, version } = subject
    return { id, status, version, clashes: next.clashes }
  },
})

/** Pure: which fields are taken, which clash, and every reason against what was typed. */
export function decideSave(facts: LicenceFacts, said: SaveInput): Decision<Saved> {
  const { form: merged, taken, clashes } = takeChanges(facts.form, said.changes, facts.marks)
  const form = caseForm.safeParse(merged)
  const misfits = form.success
    ? [...unknownPathogens(form.data), ...unknownAmong(taken, facts, form.data)]
    : form.error.issues.map((i) => reason('S2-147', 'invalid-field', i.message, i.path.join('.')))
  const list = listSaid(facts, said)
  const lines = list?.ok ? list.next : undefined
  const against = [
    ...misfits,
    ...(list && !list.ok ? list.reasons : []),
    ...tooManyLines(facts, lines),
    ...lockedReasons(facts, said, form.data ?? facts.form),
  ]
  return decided(against, () => ({
    form: form.data ?? {},
    names: taken,
    clashes,
    lines,
  }))
}

/** 附表 as it is to be; undefined when nothing is said of it. */
function listSaid(facts: LicenceFacts, { lines, lineEdit: edit }: SaveInput) {
  if (lines) return granted(lines)
  return edit && applyEdit(facts.lines, edit)
}

/** S2-033 while a correction is asked, only what the notice names is unlocked. */
function lockedReasons(facts: LicenceFacts, said: SaveInput, form: CaseForm): Reason[] {
  if (facts.subject.status !== 'correcting') return []
  // what this very save answers may call for more
  const unlocked = openPlaces({ ...facts, form })
  const named = [
    ...said.changes.flatMap((c) =>
      c.name === 'notApplicable' ? namesIn(facts.form.notApplicable, c.value) : [c.name as string],
    ),
    ...(said.lines || said.lineEdit ? ['lines'] : []),
  ]
  return named
    .filter((name) => !unlocked.has(name))
    .map((name) =>
      reason(
        'S2-033',
        'locked',
        '补正通知没有要求修改这一项，不能改动。如确需修改，请联系受理窗口。',
        name,
      ),
    )
}

/** The fields whose 无此内容 was ticked or taken away. */
function namesIn(before: CaseForm['notApplicable'], value: unknown): string[] {
  const [old, now] = [new Set<unknown>(before), new Set<unknown>(Array.isArray(value) ? value : [])]
  return [...old, ...now].filter((name) => old.has(name) !== now.has(name)).map(String)
}

function unknownPathogens(form: CaseForm): Reason[] {
  return (form.pathogens ?? []).flatMap((use, n) =>
    knownPathogenUse(use)
      ? []
      : [
          reason(
            'S2-159',
            'pathogen-unknown',
            '所选的病原微生物或实验活动不在目录中，请重新从目录选择。',
            `pathogens.${n}`,
          ),
        ],
  )
}

/** Only what is being typed is asked: a port that left the list must not lock the other fields. */
function unknownAmong(taken: readonly string[], { ports }: LicenceFacts, form: CaseForm): Reason[] {
  return unknownCodes({ form, ports }).filter(({ at }) => at !== undefined && taken.includes(at))
}

/** S2-190 how many rows 附表 may have is a dated setting. */
function tooManyLines(facts: LicenceFacts, lines: ItemLine[] | undefined): Reason[] {
  const most = facts.settings('licence.most-lines')
  if (lines === undefined || lines.length <= most) return []
  const words = `附表最多 ${most} 行，现有 ${lines.length} 行。请删减，或分次申请。`
  return [reason('S2-190', 'too-many-lines', words, 'lines')]
}

async function markFields(tx: Tx, facts: LicenceFacts, names: string[], ctx: SaveContext) {
  if (names.length === 0) return
  const marks = marked(facts.marks, names, accountOf(ctx), ctx)
  await tx
    .updateTable('licence_case')
    .set({ form_marks: JSON.stringify(marks) })
    .where('unit_id', '=', facts.subject.unitId)
    .where('id', '=', facts.subject.id)
    .execute()
}

const listOf = ({ subject }: LicenceFacts) => ({ unitId: subject.unitId!, caseId: subject.id })
