import type { z } from 'zod'
import { todayInBeijing, type Day } from '#frame/calendar/day.ts'
import type { Database } from '#frame/db/connect.ts'
import type { Visit } from '#frame/http/open.ts'
import { canDo } from '#frame/kernel/can-do.ts'
import { coverageNow } from '#frame/papers/held-coverage.ts'
import { holdsAny } from '#frame/people/policy.ts'
import { administratorRoles, roles } from '#frame/people/roles.ts'
import { changeSetting } from './change-setting.ts'
import type { ruleSetsDoor, settingsDoor } from './doors.ts'
import { gradeOf, monthsKeyOf, ruleSets, type RuleSet } from './rule-sets.ts'
import { keeperOf } from './setting-rules.ts'
import { inForce, settingForms, type SettingForm } from './setting.ts'
import { startRuleSet } from './start-rule-set.ts'
import { ruleSetLife, settingLife } from './states.ts'
import { ruleSetStarts, type RuleSetStart } from './stored-rule-sets.ts'
import { settingsOn, storedValues, type StoredValue } from './stored-settings.ts'
import type { RuleSetView } from './views.ts'

type Standing = 'past' | 'now' | 'future' | 'mended'

/** How each of the dated rows of one thing stands to a day. */
function standingsOf<T extends { validFrom: Day; validTo: Day | null; n: number }>(
  rows: readonly T[],
  on: Day,
): (row: T) => Standing {
  const holds = inForce(rows, on)
  return (row) => {
    if (rows.some((other) => other.validFrom === row.validFrom && other.n > row.n)) return 'mended'
    if (row.validFrom > on) return 'future'
    return row === holds && (row.validTo === null || row.validTo >= on) ? 'now' : 'past'
  }
}

async function namesOf(db: Database, rows: readonly { enteredBy: string | null }[]) {
  const ids = [...new Set(rows.flatMap(({ enteredBy }) => enteredBy ?? []))]
  if (ids.length === 0) return new Map<string, string>()
  const found = await db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute()
  return new Map(found.map(({ id, name }) => [id, name]))
}

type Entered = { reason: string | null; enteredBy: string | null; enteredAt: Date }

const entryOf = (row: Entered, names: Map<string, string>, standing: Standing) => ({
  reason: row.reason,
  enteredBy: row.enteredBy === null ? null : (names.get(row.enteredBy) ?? null),
  enteredAt: row.enteredAt.toISOString(),
  standing,
})

/** All settings with every value; those of sign-in only for the three administrators. */
export async function readSettings(visit: Visit): Promise<z.input<typeof settingsDoor.reply>> {
  const { house, actor } = visit
  const now = house.clock.now()
  const today = todayInBeijing(now)
  const versions = await house.db.selectFrom('setting').selectAll().execute()
  const versionOf = new Map(versions.map(({ key, version }) => [key, version]))
  const all = await storedValues(house.db)
  const names = await namesOf(house.db, all)
  const byKey = Map.groupBy(all, ({ key }) => key)
  const inside = holdsAny(actor, administratorRoles)
  const forms = settingForms().filter(({ group }) => inside || group !== 'sign-in')
  return {
    today,
    settings: forms.map((form) => {
      const keeper = roles[keeperOf(form.key)]
      const values = byKey.get(form.key) ?? []
      const standing = standingsOf<StoredValue>(values, today)
      return {
        key: form.key,
        group: form.group,
        title: form.title,
        type: form.type,
        unit: form.unit,
        min: form.min ?? null,
        max: form.max ?? null,
        choices: form.choices ?? [],
        duty: form.duty ?? null,
        version: versionOf.get(form.key) ?? 1,
        values: values.map((row) => ({
          value: row.value,
          validFrom: row.validFrom,
          validTo: row.validTo,
          source: row.source,
          ours: row.ours,
          note: row.note,
          ...entryOf(row, names, standing(row)),
        })),
        keeper: { zh: keeper.zh, en: keeper.en },
        acts: canDo(settingLife, [changeSetting], factsForScreen(form), { actor, now, today }),
      }
    }),
  }
}

/** A setting has one status, and what may be done to it beforehand does not ask for its values. */
const factsForScreen = (form: SettingForm) => ({
  subject: {
    kind: 'setting',
    id: form.key,
    unitId: null,
    branchId: null,
    status: 'in-force',
    version: 1,
  },
  form,
  values: [],
  all: [],
  coverage: coverageNow(),
})

/** All rule sets as of a day, with their starts and the validity of each grade on that day. */
export async function readRuleSets(
  visit: Visit,
  on: Day | undefined,
): Promise<z.input<typeof ruleSetsDoor.reply>> {
  const { house, actor } = visit
  const now = house.clock.now()
  const today = todayInBeijing(now)
  const asOf = on ?? today
  const versions = await house.db.selectFrom('rule_set').selectAll().execute()
  const starts = await ruleSetStarts(house.db)
  const names = await namesOf(house.db, starts)
  const standing = standingsOf<RuleSetStart>(starts, today)
  const setting = await settingsOn(house.db, asOf > today ? asOf : today)
  const view = (set: RuleSet): RuleSetView => {
    const own = starts.filter(({ ruleSet }) => ruleSet === set.code)
    const version = versions.find(({ code }) => code === set.code)?.version ?? 1
    const subject = {
      kind: 'rule-set',
      id: set.code,
      unitId: null,
      branchId: null,
      status: own.length > 0 ? 'dated' : 'draft',
      version,
    }
    const facts = { subject, ruleSet: set, starts }
    return {
      code: set.code,
      title: set.title,
      draft: set.draft && own.length === 0,
      source: set.source,
      legalBasis: set.legalBasis,
      gaps: set.gaps,
      grades: set.grades.map((one) => ({
        code: one.code,
        title: one.title,
        months: setting(monthsKeyOf(gradeOf(set, one.code)!)) as number,
        uses: one.uses,
        partialWriteOff: one.partialWriteOff,
        inspection: one.inspection,
        followUp: one.followUp,
        covers: one.covers,
      })),
      version,
      holds: inForce(starts, asOf)?.ruleSet === set.code,
      starts: own.map((row) => ({
        validFrom: row.validFrom,
        source: row.source,
        ...entryOf(row, names, standing(row)),
      })),
      acts: canDo(ruleSetLife, [startRuleSet], facts, { actor, now, today }),
    }
  }
  return { on: asOf, ruleSets: ruleSets.map(view) }
}
