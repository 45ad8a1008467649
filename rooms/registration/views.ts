import { z } from 'zod'
import { actView, instant, paperView, reasonView, words } from '#frame/http/reply-parts.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { documentDates, registrationForm, unitClasses } from './forms.ts'

const kind = z.enum(['first', 'change', 'contact'])
const branch = z.object({ id: z.string(), name: words })

/** One row of the list of registrations. */
export const registrationRow = z.object({
  id: z.string(),
  number: z.string().nullable(),
  kind,
  status: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  branch,
  submittedDay: z.string().nullable(),
  handInBy: z.string().nullable(),
  overdue: z.boolean(),
  updatedAt: instant,
})

/** S2-134 变更前信息——变更后信息, in words. */
const changeItem = z.object({
  /** A field, or 'slot.<code>'. */
  field: z.string(),
  title: words,
  before: z.string(),
  after: z.string(),
})

const remark = z.object({ at: z.string(), where: z.string(), what: z.string() })

/** A document that is in force for the unit. */
const documentInForce = z.object({
  fileId: z.string(),
  name: z.string(),
  href: z.string(),
  validTo: z.string().nullable(),
})

const slotView = z.object({
  code: z.string(),
  title: words,
  /** S2-095 every class that asks for it, with the duty of that class. */
  duties: z.array(
    z.object({
      class: z.enum([...unitClasses, 'contact']),
      duty: z.string(),
      required: z.boolean(),
    }),
  ),
  required: z.boolean(),
  why: words,
  dated: z.boolean(),
  writable: z.boolean(),
  /** 在档: it counts where no new file is brought. */
  inForce: documentInForce.nullable(),
})

/** One step of the way of a registration. */
export const stepView = z.object({
  title: words,
  status: words,
  role: words,
  /** Applicants see roles, not names. */
  name: z.string().nullable(),
  notePublic: words.nullable(),
  noteInner: words.nullable(),
  at: instant,
})

/** Everything the page of one registration shows; what only officers see is empty for the unit. */
export const registrationView = z.object({
  id: z.string(),
  number: z.string().nullable(),
  kind,
  status: z.string(),
  statusWords: words,
  version: z.number().int(),
  viewer: z.enum(['unit', 'officer']),
  unit: z.object({
    id: z.string(),
    nameZh: z.string(),
    codeName: words,
    code: z.string(),
    /** S2-074, C-30 derived from the unit's code. */
    orgCode: z.string().nullable(),
    /** S2-082 登记状态 */
    status: z.string(),
    statusWords: words,
    /** S2-093 监管辖区机构 */
    branch,
  }),
  form: registrationForm,
  /** What is in force, or was before this registration passed; null where nothing is. */
  inForce: registrationForm.nullable(),
  items: z.array(changeItem),
  reason: z.string().nullable(),
  /** Fields and 'slot.<code>' that may be written now. */
  editable: z.object({ all: z.boolean(), places: z.array(z.string()) }),
  slots: z.array(slotView),
  documentDates: z.record(z.string(), documentDates),
  problems: z.array(reasonView),
  /** What the officers should look at; none stops an act by itself. */
  warnings: z.array(reasonView),
  /** Why it was returned last. */
  remarks: z.array(remark),
  submittedDay: z.string().nullable(),
  handInBy: z.string().nullable(),
  overdue: z.boolean(),
  acts: z.array(actView),
  steps: z.array(stepView),
  papers: z.array(paperView),
})
export type RegistrationView = z.infer<typeof registrationView>

/** One row of the register of units. */
export const unitRow = z.object({
  id: z.string(),
  kind: z.enum(['organisation', 'person']),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  codeName: words,
  code: z.string(),
  status: z.string(),
  branch,
  classes: z.array(z.enum(unitClasses)),
  contactName: z.string(),
  contactPhone: z.string(),
  contactMailbox: z.string(),
  registeredAt: instant.nullable(),
})

/** A document in force with the place it stands in, which version of it, and how long it holds. */
const documentOnFile = documentInForce.extend({
  slot: z.string(),
  title: words,
  version: z.number().int(),
  validFrom: z.string().nullable(),
})

/** Everything a unit's own page shows of what is in force. */
export const unitView = unitRow.extend({
  statusWords: words,
  version: z.number().int(),
  viewer: z.enum(['unit', 'officer']),
  orgCode: z.string().nullable(),
  address: z.string(),
  laboratories: z.array(
    z.object({ name: z.string(), level: z.string(), filingNo: z.string(), address: z.string() }),
  ),
  /** Null before the first registration passed. */
  profile: registrationForm.nullable(),
  /** What its own people change without a registration (S2-145), as it stands now; null for an officer. */
  ownContact: z.object({ mobile: z.string(), email: z.string(), landline: z.string() }).nullable(),
  documents: z.array(
    documentOnFile.extend({
      /** Days until it ends, negative when it has; null where it does not end. */
      daysLeft: z.number().int().nullable(),
    }),
  ),
  registrations: z.array(
    z.object({
      id: z.string(),
      number: z.string().nullable(),
      kind,
      status: z.string(),
      statusWords: words,
      updatedAt: instant,
    }),
  ),
  /** Since when what was in force, the newest first. */
  history: z.array(
    z.object({
      n: z.number().int(),
      fromAt: instant,
      registrationId: z.string().nullable(),
      changed: z.array(words),
    }),
  ),
  acts: z.array(actView),
})
export type UnitView = z.infer<typeof unitView>

/** What was in force of a unit on a day; null before anything was. */
export const unitAsOf = z.object({
  day: z.string(),
  inForce: z
    .object({
      n: z.number().int(),
      fromAt: instant,
      registrationId: z.string().nullable(),
      profile: registrationForm,
      documents: z.array(documentOnFile),
    })
    .nullable(),
})

export type UnitAsOf = z.infer<typeof unitAsOf>

/** What ends of a unit, what is under way, and its people; each room shows what its own pages would. */
export const unitDesk = z.object({
  endings: z.array(
    z.object({
      key: z.string(),
      what: words,
      name: z.string(),
      day: z.string(),
      daysLeft: z.number().int(),
      /** Over; near enough to be warned of; neither. */
      state: z.enum(['over', 'soon', 'later']),
      path: z.string(),
    }),
  ),
  underway: z.array(
    z.object({
      key: z.string(),
      what: words,
      name: z.string(),
      status: words,
      day: z.object({ day: z.string(), words }).nullable(),
      path: z.string(),
    }),
  ),
  members: z.array(
    z.object({
      /** Only for the unit's own people. */
      accountId: z.string().nullable(),
      name: z.string(),
      status: z.enum(['invited', 'active', 'suspended']).nullable(),
      roles: z.array(
        z.object({ role: z.enum(unitRoles), from: z.string(), to: z.string().nullable() }),
      ),
    }),
  ),
})
export type UnitDesk = z.infer<typeof unitDesk>
