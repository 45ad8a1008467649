import { sql } from 'kysely'
import { identityOf } from '#frame/catalogue/unit-identity.ts'
import type { Database } from '#frame/db/connect.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { unitLife, type UnitStatus } from '#rooms/registration/public.ts'
import type { EnrolmentFacts, TypedDocument } from './facts.ts'
import type { EnrolmentForm } from './forms.ts'
import { enrolmentLife, type EnrolmentStatus } from './states.ts'
import type { Alike } from './views.ts'

const most = 10

const because = {
  identity: { zh: '代码或证件相同', en: 'same code or document' },
  name: { zh: '名称相近', en: 'similar name' },
  mobile: { zh: '手机号码相同', en: 'same mobile phone' },
  mailbox: { zh: '邮箱相同', en: 'same mailbox' },
} satisfies Record<string, Words>

// What units of one city share in their names says nothing of who they are.
const commonWords = '北京市?|有限责任公司|股份有限公司|有限公司|公司|[（）()]|\\s'

/** The part of a name that tells units apart. In: a column or value of SQL. */
const core = (name: unknown) => sql<string>`regexp_replace(${name}, ${commonWords}, '', 'g')`

/** Whether one name's own part stands in the other's; parts of one character say nothing. */
const likeName = (column: string, name: string) => {
  const [mine, theirs] = [core(sql.val(name)), core(sql.ref(column))]
  return sql<boolean>`(length(${mine}) > 1 and length(${theirs}) > 1
    and (position(${mine} in ${theirs}) > 0 or position(${theirs} in ${mine}) > 0))`
}

/**
 * S2-066 units and other requests that look like this one, with why: the same code or document, a similar
 * name, the same phone or mailbox. A person is compared by document, phone and mailbox, not by name.
 */
export async function alikeTo(db: Database, facts: EnrolmentFacts): Promise<Alike[]> {
  return [...(await unitsAlike(db, facts)), ...(await requestsAlike(db, facts))]
}

async function unitsAlike(db: Database, facts: EnrolmentFacts): Promise<Alike[]> {
  const { form, identity, kind } = facts
  const same = {
    identity: sql<boolean>`coalesce(coalesce(unit.uscc, unit.person_key) = ${identity}, false)`,
    name:
      kind === 'organisation' ? likeName('unit.name_zh', form.nameZh ?? '') : sql<boolean>`false`,
    mobile: sql<boolean>`unit.contact_phone = ${form.mobile ?? ''}`,
    mailbox: sql<boolean>`(unit.contact_mailbox <> '' and lower(unit.contact_mailbox) = lower(${form.mailbox ?? ''}))`,
  }
  const rows = await db
    .selectFrom('unit')
    .innerJoin('branch', 'branch.id', 'unit.branch_id')
    .select(['unit.id', 'unit.name_zh', 'unit.uscc', 'unit.person_document', 'unit.status'])
    .select(['branch.name_zh as branch_zh', 'branch.name_en as branch_en'])
    .select([
      same.identity.as('identity'),
      same.name.as('name'),
      same.mobile.as('mobile'),
      same.mailbox.as('mailbox'),
    ])
    .where((e) => e.or([same.identity, same.name, same.mobile, same.mailbox]))
    .where('unit.id', 'is distinct from', facts.unitId)
    .orderBy('unit.id')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    what: 'unit',
    id: row.id,
    name: row.name_zh,
    code: identityOf(row).code,
    status: unitLife.statuses[row.status as UnitStatus],
    branch: { zh: row.branch_zh, en: row.branch_en },
    why: whys(row),
  }))
}

/** What a request typed into a field. */
const field = (name: keyof EnrolmentForm) => sql<string>`coalesce(e.form->>${sql.lit(name)}, '')`

async function requestsAlike(db: Database, facts: EnrolmentFacts): Promise<Alike[]> {
  const { form, identity, kind, subject } = facts
  const same = {
    identity: sql<boolean>`coalesce(e.identity_key = ${identity}, false)`,
    name:
      kind === 'organisation'
        ? sql<boolean>`(e.kind = 'organisation' and ${likeName('n.name', form.nameZh ?? '')})`
        : sql<boolean>`false`,
    mobile: sql<boolean>`${field('mobile')} = ${form.mobile ?? ''}`,
    mailbox: sql<boolean>`lower(${field('mailbox')}) = lower(${form.mailbox ?? ''})`,
  }
  const rows = await db
    .selectFrom('enrolment as e')
    .crossJoinLateral(sql<{ name: string }>`(select ${field('nameZh')} as name)`.as('n'))
    .select(['e.id', 'n.name as request_name', 'e.kind', 'e.status', 'e.form', 'e.person_document'])
    .select([
      same.identity.as('identity'),
      same.name.as('name'),
      same.mobile.as('mobile'),
      same.mailbox.as('mailbox'),
    ])
    .where((e) => e.or([same.identity, same.name, same.mobile, same.mailbox]))
    // what was never filed is the requester's own, and an account already shows as its unit
    .where('e.number', 'is not', null)
    .where('e.status', 'not in', ['valid', 'lapsed'])
    .where('e.id', '<>', subject.id)
    .orderBy('e.id', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    what: 'request',
    id: row.id,
    name: row.request_name,
    code:
      (row.form as EnrolmentForm).uscc ??
      (row.person_document as TypedDocument | null)?.masked ??
      '',
    status: enrolmentLife.statuses[row.status as EnrolmentStatus],
    branch: null,
    why: whys(row),
  }))
}

function whys(row: Record<keyof typeof because, boolean>): Words[] {
  return (Object.keys(because) as (keyof typeof because)[])
    .filter((key) => row[key])
    .map((key) => because[key])
}
