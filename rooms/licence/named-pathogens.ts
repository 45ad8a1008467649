import { pathogenById } from '#frame/catalogue/law-pathogens.ts'
import type { Activity } from '#frame/catalogue/pathogen.ts'
import { hazardClass, requiredLevel } from '#frame/catalogue/pathogens.ts'
import type { NamedPathogen } from './facts.ts'
import type { CaseForm } from './forms.ts'

/**
 * S2-159, S2-173 the form's pathogens with the catalogue's names, hazard class and the level the activity
 * needs. One the catalogue does not know is left out; the form refuses it when it is saved.
 */
export function namedPathogens(form: CaseForm): NamedPathogen[] {
  // chosen first and then said to contain none: what was chosen counts no more
  if (form.pathogenState !== 'contained') return []
  return (form.pathogens ?? []).flatMap((use) => {
    const pathogen = pathogenById(use.pathogenId)
    if (!pathogen) return []
    return [
      {
        id: pathogen.id,
        zh: pathogen.zh,
        sci: pathogen.sci,
        hazardClass: hazardClass(pathogen),
        activity: use.activity,
        level: requiredLevel(pathogen, use.activity as Activity).level,
      },
    ]
  })
}

/** Whether the catalogue lists this pathogen with this activity in its table. */
export function knownPathogenUse(use: { pathogenId: string; activity: string }): boolean {
  const pathogen = pathogenById(use.pathogenId)
  return pathogen !== undefined && use.activity in pathogen.levels
}
