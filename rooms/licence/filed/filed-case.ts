import type { z } from 'zod'
import { todayInBeijing } from '#frame/calendar/day.ts'
import type { Database } from '#frame/db/connect.ts'
import type { Visit } from '#frame/http/open.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { absent } from '#frame/kernel/reason.ts'
import { maySee } from '../act-parts.ts'
import { askOf } from '../ask-of.ts'
import { askedOf, caseFields } from '../case-fields.ts'
import { codeWords } from '../code-words.ts'
import type { CaseDocument, Filing, LicenceFacts } from '../facts.ts'
import { caseForm, type CaseFieldName, type CaseForm } from '../forms.ts'
import { itemLine } from '../item-lines.ts'
import { valueWords } from '../labels.ts'
import { loadCase } from '../load-case.ts'
import { inTenThousandDollars } from '../money.ts'
import { namedPathogens } from '../named-pathogens.ts'
import { placeOf } from '../paper-facts.ts'
import type { filedDoor, filingsDoor } from './doors.ts'

/** What was filed, as it was frozen then. */
export interface KeptFiling extends Filing {
  n: number
  at: Date
  documents: readonly Pick<CaseDocument, 'slot' | 'fileId' | 'name'>[]
}

/** The filings of a case, the first one first. */
export async function filingsOf(
  db: Database,
  { unitId, id }: { unitId: string | null; id: string },
): Promise<KeptFiling[]> {
  const rows = await db
    .selectFrom('licence_filing')
    .select(['n', 'form', 'lines', 'documents', 'filed_at'])
    .where('unit_id', '=', unitId)
    .where('case_id', '=', id)
    .orderBy('n')
    .execute()
  return rows.map((row) => ({
    n: row.n,
    at: row.filed_at,
    form: caseForm.parse(row.form),
    lines: itemLine.array().parse(row.lines),
    documents: row.documents as KeptFiling['documents'],
  }))
}

/** The case with its filings, for whoever may see it. Errors: absent. */
export async function filedInReach({ house, actor }: Visit, id: string) {
  const now = house.clock.now()
  const ctx = { actor, now, today: todayInBeijing(now) }
  const facts = await loadCase(house.db, id, ctx.today)
  if (!facts || !maySee(facts, ctx)) throw absent()
  return { facts, filings: await filingsOf(house.db, facts.subject) }
}

/** How often and when a case was filed. Errors: absent. */
export async function listFilings(
  visit: Visit,
  id: string,
): Promise<z.input<typeof filingsDoor.reply>> {
  const { filings } = await filedInReach(visit, id)
  return { filings: filings.map(({ n, at }) => ({ n, at: at.toISOString() })) }
}

/** Exactly what was filed once. In: which filing. Errors: absent. */
export async function showFiled(
  visit: Visit,
  id: string,
  n: number,
): Promise<z.input<typeof filedDoor.reply>> {
  const { facts, filings } = await filedInReach(visit, id)
  const filing = filings.find((one) => one.n === n)
  if (!filing) throw absent()
  return filedView(facts, filing)
}

/** A filing in words, as the form is printed (S2-146: what has no content is ***). */
export function filedView(
  facts: LicenceFacts,
  filing: KeptFiling,
): z.input<typeof filedDoor.reply> {
  const { form } = filing
  const pathogens = namedPathogens(form)
  const asked = askedOf(caseFields, askOf({ ...facts, form, pathogens }))
  return {
    n: filing.n,
    at: filing.at.toISOString(),
    number: facts.number,
    unitName: facts.unit.nameZh,
    fields: asked.map(({ name, duty, title }) => ({
      name,
      duty,
      title,
      value: fieldWords(name, form, facts),
    })),
    lines: [...filing.lines],
    documents: filing.documents.map(({ slot, fileId, name }) => ({
      fileId,
      name,
      slot: placeOf(`slot.${slot}`),
    })),
  }
}

/** S2-154 the value also in 万美元; S2-146 *** where there is nothing. */
function withDollars(name: CaseFieldName, form: CaseForm, { zh, en }: Words): Words {
  const dollars = name === 'amount' ? inTenThousandDollars(form) : null
  if (dollars)
    return { zh: `${zh}（${dollars} 万美元）`, en: `${en} (${dollars} × 10,000 US dollars)` }
  return { zh: zh || '***', en: en || '***' }
}

function fieldWords(name: CaseFieldName, form: CaseForm, facts: LicenceFacts): Words {
  if (form.notApplicable?.some((n) => n === name)) return { zh: '***', en: '***' }
  const listed = codeWords({ form, ports: facts.ports })[name]
  if (name !== 'pathogens') return withDollars(name, form, listed ?? valueWords(name, form[name]))
  const text = namedPathogens(form)
    .map((p) => `${p.zh}（${p.sci}）`)
    .join('；')
  return { zh: text, en: text }
}
