import type { FormField } from '#shell/parts/form-field.ts'
import { isRole, roles } from '../roles.ts'
import { peopleWords } from './people-words.ts'

/** The fields of a grant; which reach is asked follows from the role. In: what is filled in so far. */
export function grantFields(values: Readonly<Record<string, unknown>>): FormField[] {
  const role = values['role']
  const scope = typeof role === 'string' && isRole(role) ? roles[role].scope : null
  const reach: FormField[] =
    scope === 'unit'
      ? [{ name: 'unitId', title: peopleWords.unit, kind: 'unit', required: true, duty: 'S2-023' }]
      : scope === 'branch'
        ? [{ name: 'branchId', title: peopleWords.branch, kind: 'choice', duty: 'S2-067' }]
        : scope === 'agency'
          ? [
              {
                name: 'agencyId',
                title: peopleWords.agency,
                kind: 'choice',
                required: true,
                duty: 'S1-041',
              },
            ]
          : scope === 'invitation'
            ? [
                {
                  name: 'subjectId',
                  title: peopleWords.subject,
                  kind: 'text',
                  required: true,
                  duty: 'S1-121',
                },
              ]
            : []
  return [
    { name: 'role', title: peopleWords.role, kind: 'choice', required: true },
    ...reach,
    { name: 'validFrom', title: peopleWords.from, kind: 'day', required: true },
    {
      name: 'validTo',
      title: peopleWords.to,
      kind: 'day',
      required: scope === 'invitation',
      hint: peopleWords.toHint,
    },
  ]
}

/** What was filled in, as the doors take a grant; a reach of an earlier chosen role is left out. */
export function grantOf(values: Readonly<Record<string, unknown>>) {
  const asked = new Set(grantFields(values).map((f) => f.name))
  const text = (name: string) => {
    const value = values[name]
    return asked.has(name) && typeof value === 'string' && value !== '' ? value : null
  }
  return {
    role: (text('role') ?? '') as never,
    unitId: text('unitId'),
    branchId: text('branchId'),
    agencyId: text('agencyId'),
    subjectId: text('subjectId'),
    validFrom: text('validFrom') ?? '',
    validTo: text('validTo'),
  }
}
