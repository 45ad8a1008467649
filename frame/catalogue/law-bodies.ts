import { z } from 'zod'
import { isDay } from '#frame/calendar/day.ts'
import agencyLaw from '#law/agencies.json' with { type: 'json' }
import dutyLaw from '#law/agency-duties.json' with { type: 'json' }
import areaLaw from '#law/areas.json' with { type: 'json' }
import branchLaw from '#law/branches.json' with { type: 'json' }
import customsLaw from '#law/customs-areas.json' with { type: 'json' }
import portLaw from '#law/ports.json' with { type: 'json' }

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const day = z.string().refine(isDay)
const dated = { validFrom: day, validTo: day.nullable(), source: z.string().min(1) }

const agency = z.strictObject({
  code: z.string(),
  name: words,
  short: z.string(),
  kind: z.enum(['member', 'office', 'district']),
  lead: z.boolean(),
  duty: z.string(),
  formerNames: z
    .array(z.strictObject({ name: z.string(), until: day, note: z.string() }))
    .optional(),
  note: z.string().optional(),
  ...dated,
})

const area = z.strictObject({
  code: z.string(),
  name: words,
  kind: z.enum(['district', 'zone']),
  agency: z.string(),
  branch: z.string(),
  ...dated,
})

const branch = z.strictObject({
  code: z.string(),
  name: words,
  kind: z.enum(['headquarters', 'office']),
  duty: z.string(),
  ...dated,
})

const agencyDuty = z.strictObject({
  duty: z.string(),
  /** Agency codes; `member:*` and `district:*` stand for all of the kind. */
  agencies: z.array(z.string()).min(1),
  text: words,
  ...dated,
})

const port = z.strictObject({
  code: z.string().max(20),
  name: words,
  kind: z.enum(['air', 'sea', 'land', 'post', 'other']),
  branch: z.string().nullable(),
  customsArea: z.string().nullable(),
  ...dated,
})

const codeName = z.strictObject({ code: z.string(), name: z.string(), source: z.string() })

/** S1-025…S1-040 the members of the Working Group, its Office, and one agency per district. */
export const lawAgencies = z.array(agency).parse(agencyLaw.agencies)

/** S1-041…S1-077 who has which duty, in the plan's own words. */
export const lawAgencyDuties = z.array(agencyDuty).parse(dutyLaw.duties)

/** Districts and zones of Beijing, with the agency and the branch answering for each. */
export const lawAreas = z.array(area).parse(areaLaw.areas)

/** S2-067 the offices of Beijing Customs that receive and supervise. */
export const lawBranches = z.array(branch).parse(branchLaw.branches)

/** S2-156 the ports an application can name. */
export const lawPorts = z.array(port).parse(portLaw.ports)

const registrationAreas = z.array(codeName).parse(customsLaw.registrationAreas)

/** Customs areas (关区) of Beijing by their four-digit code. */
export const customsAreas = z.array(codeName).parse(customsLaw.customsAreas)

/** Part of Beijing in which a 海关注册编码 was given, from its first five digits; null elsewhere. */
export const registrationArea = (customsCode: string): string | null =>
  registrationAreas.find(({ code }) => customsCode.startsWith(code))?.name ?? null

/** The agencies a duty row means, its `…:*` written out. */
export const agenciesOfDuty = (row: { agencies: readonly string[] }): string[] =>
  row.agencies.flatMap((code) => {
    if (!code.endsWith(':*')) return [code]
    const kind = code.slice(0, -2)
    return lawAgencies.filter((one) => one.kind === kind).map((one) => one.code)
  })
