import type { z } from 'zod'
import { dayInWords, type Day } from '#frame/calendar/day.ts'
import type { Tx } from '#frame/db/connect.ts'
import { act, type Facts, type Subject } from '#frame/kernel/act.ts'
import { absent, decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { startRuleSetForm } from './forms.ts'
import { ruleSetOf, type RuleSet } from './rule-sets.ts'
import { inForce } from './setting.ts'
import { startsLater } from './setting-rules.ts'
import { ruleSetMove } from './states.ts'
import { ruleSetStarts, type RuleSetStart } from './stored-rule-sets.ts'

type Input = z.infer<typeof startRuleSetForm>

/** A rule set with every start there is. */
export interface RuleSetFacts extends Facts {
  subject: Subject
  ruleSet: RuleSet
  starts: RuleSetStart[]
}

// All sets are locked: two administrators could otherwise name two sets for one day at once.
async function load(tx: Tx, input: Pick<Input, 'code'>): Promise<RuleSetFacts> {
  const rows = await tx.selectFrom('rule_set').selectAll().orderBy('code').forUpdate().execute()
  const row = rows.find(({ code }) => code === input.code)
  if (row === undefined) throw absent()
  const starts = await ruleSetStarts(tx)
  return {
    subject: {
      kind: 'rule-set',
      id: row.code,
      unitId: null,
      branchId: null,
      status: starts.some(({ ruleSet }) => ruleSet === row.code) ? 'dated' : 'draft',
      version: row.version,
    },
    ruleSet: ruleSetOf(row.code),
    starts,
  }
}

/** The set does not hold on that day already. */
function notYetInForce(facts: RuleSetFacts, on: Day): Reason[] {
  if (inForce(facts.starts, on)?.ruleSet !== facts.ruleSet.code) return []
  return [
    reason(
      'S2-010',
      'rule-set.same',
      `${dayInWords(on)}施行的已经是“${facts.ruleSet.title.zh}”。请核对规则集和施行日。`,
      'validFrom',
    ),
  ]
}

/** A set that holds now, with no other to follow, has nothing to be put in force. */
function notTheOnlyOne(facts: RuleSetFacts, today: Day): Reason[] {
  const holds = inForce(facts.starts, today)?.ruleSet === facts.ruleSet.code
  const others = facts.starts.some(
    ({ ruleSet, validFrom }) => validFrom > today && ruleSet !== facts.ruleSet.code,
  )
  if (!holds || others) return []
  return [
    reason(
      'S2-010',
      'rule-set.holds',
      `“${facts.ruleSet.title.zh}”正在施行，也没有安排其他规则集接替，无需再定施行日。要改用其他规则集，请在该规则集下办理。`,
    ),
  ]
}

/** C-34 what is not known of a draft is read and checked by a person before it holds. */
function gapsAreChecked(facts: RuleSetFacts, input: Pick<Input, 'gapsChecked'>): Reason[] {
  if (facts.ruleSet.gaps.length === 0 || input.gapsChecked) return []
  return [
    reason(
      'S2-010',
      'rule-set.gaps',
      `“${facts.ruleSet.title.zh}”有待核对的内容：${facts.ruleSet.gaps.join('')}请核对原文后勾选“已核对”。`,
      'gapsChecked',
    ),
  ]
}

/**
 * Puts a rule set in force from a day to come. Cases accepted before that day keep theirs.
 */
export const startRuleSet = act<RuleSetFacts, Input, Input>({
  name: 'rule-set.start',
  move: ruleSetMove('start'),
  input: startRuleSetForm,
  seen: (input) => input.seen,
  load,
  ready: (facts, ctx) => notTheOnlyOne(facts, ctx.today),
  decide: (facts, input, ctx) =>
    decided(
      [
        ...startsLater({ value: input.code, validFrom: input.validFrom }, ctx.today),
        ...notYetInForce(facts, input.validFrom),
        ...gapsAreChecked(facts, input),
      ],
      () => input,
    ),
  async save(tx, facts, next, ctx) {
    const { code } = facts.ruleSet
    await tx
      .insertInto('rule_set_start')
      .values({
        valid_from: next.validFrom,
        n: facts.starts.filter(({ validFrom }) => validFrom === next.validFrom).length + 1,
        rule_set: code,
        source: next.source,
        reason: next.reason,
        entered_by: ctx.actor.accountId,
        entered_at: ctx.now,
        audit_event_id: ctx.eventId,
      })
      .execute()
    const { version } = await tx
      .updateTable('rule_set')
      .set((e) => ({ version: e('version', '+', 1) }))
      .where('code', '=', code)
      .returning('version')
      .executeTakeFirstOrThrow()
    const before = inForce(facts.starts, next.validFrom)?.ruleSet ?? null
    ctx.record({ before, validFrom: next.validFrom, source: next.source, reason: next.reason })
    return { id: code, status: 'dated', version }
  },
})
