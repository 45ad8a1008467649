import { needsAccreditation } from '#frame/catalogue/laboratory.ts'
import type { CaseAsk } from './asked-when.ts'
import type { LicenceFacts } from './facts.ts'

/** What decides the fields and documents of a case, from what is known of it. */
export function askOf(
  facts: Pick<LicenceFacts, 'form' | 'unit' | 'ruleSet' | 'pathogens'>,
): CaseAsk {
  const { form, unit, ruleSet, pathogens } = facts
  const laboratory = unit.laboratories.find((l) => l.name === form.laboratory)
  return {
    form,
    applicant: unit.kind,
    ruleSet,
    highlyPathogenic: pathogens.some((p) => p.hazardClass <= 2),
    accredited: laboratory !== undefined && needsAccreditation(laboratory.level),
  }
}
