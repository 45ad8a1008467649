import { gradeOf, monthsKeyOf, ruleSetOf } from '#frame/catalogue/rule-sets.ts'
import type { GradeLaw } from '#rooms/quota/public.ts'
import { geneticMatters, kindHas, medicalProduct, namedHumanPart } from './asked-when.ts'
import type { CaseForm } from './forms.ts'
import type { LicenceFacts, NamedPathogen } from './facts.ts'

// Risk grades of rule set S2 (国质检卫〔2015〕269号), the most dangerous first.
const letters = ['A', 'B', 'C', 'D'] as const

/** A grade with the hazards that led to it, in Chinese. */
export interface GradeProposal {
  grade: string
  because: string[]
}

/** The grades of the case's rule set, the most dangerous first (C-34). */
export function gradesOf({ ruleSet }: Pick<LicenceFacts, 'ruleSet'>): string[] {
  return ruleSetOf(ruleSet).grades.map((g) => g.code)
}

/**
 * The proposal in the words of the case's rule set. The later sets split each letter (A1, A2…) by a table
 * of which only excerpts are known: the stricter half is proposed, the reviewer chooses.
 */
export function proposeGradeOf(
  facts: Pick<LicenceFacts, 'form' | 'pathogens' | 'ruleSet'>,
): GradeProposal {
  const { grade, because } = proposeGrade(facts.form, facts.pathogens)
  const fitting = gradesOf(facts).find((code) => code === grade || code.startsWith(grade))
  // D is of the guide's set alone: what it covered is least dangerous, or no special article any more
  return { grade: fitting ?? gradesOf(facts).at(-1) ?? grade, because }
}

/**
 * The grade the facts point to; two or more hazards: the highest applies. A proposal only, the first
 * reviewer confirms or changes it with a reason.
 */
export function proposeGrade(form: CaseForm, pathogens: readonly NamedPathogen[]): GradeProposal {
  const hazards = hazardsOf(form, pathogens)
  const grade = letters.find((g) => hazards.some((h) => h.grade === g)) ?? 'C'
  const because = hazards.filter((h) => h.grade === grade).map((h) => h.because)
  return { grade, because: because.length ? because : ['未见更高风险的情形'] }
}

function hazardsOf(form: CaseForm, pathogens: readonly NamedPathogen[]) {
  const found: { grade: (typeof letters)[number]; because: string }[] = pathogens.map((p) => ({
    grade: p.hazardClass <= 2 ? 'A' : p.hazardClass === 3 ? 'B' : 'C',
    because: `含${p.zh}（第${'一二三四'[p.hazardClass - 1]}类病原微生物）`,
  }))
  if (namedHumanPart(form) && form.direction === 'entry')
    found.push({ grade: 'A', because: '入境人体血液、血浆、组织、器官、细胞、骨髓等' })
  if (form.pathogenState === 'contained' && pathogens.length === 0)
    found.push({ grade: 'B', because: '可能含有病原微生物或传染性未知' })
  if (geneticMatters(form) && form.humanGenetic === 'yes')
    found.push({ grade: 'A', because: '出境涉及人类遗传资源' })
  if (kindHas(form, 'environmental-agent')) found.push({ grade: 'A', because: '环保用微生物菌剂' })
  if (kindHas(form, 'toxin')) found.push({ grade: 'B', because: '毒素' })
  if (kindHas(form, 'parasite')) found.push({ grade: 'B', because: '寄生虫' })
  if (medicalProduct(form))
    found.push({ grade: 'D', because: '已注册的预防、诊断、治疗用生物制品或者血液制品' })
  return found
}

/**
 * What the dated law says of a grade for this case: validity in months and whether the permit is written
 * off in batches (160号令 第十四条 and its successors). Undefined for a grade the rule set does not know.
 */
export function gradeLaw(
  facts: Pick<LicenceFacts, 'ruleSet' | 'settings'>,
  grade: string,
): GradeLaw | undefined {
  const row = gradeOf(ruleSetOf(facts.ruleSet), grade)
  if (!row) return undefined
  return { grade, months: Number(facts.settings(monthsKeyOf(row))), inBatches: row.partialWriteOff }
}
