import type { Day } from '#frame/calendar/day.ts'
import { prohibitionsFor } from '#frame/catalogue/prohibitions.ts'
import { reason, type Reason } from '#frame/kernel/reason.ts'
import type { CaseForm } from './forms.ts'

/**
 * S1-012, S2-039 what the law forbids whoever asks (C-36: human blood, tissue, organs and cells for clinical
 * use, 艾滋病防治条例 37). It warns at submission and stands against a grant. In: the form and the day.
 */
export function prohibited(form: CaseForm, today: Day): Reason[] {
  const { direction, articleClass, purpose } = form
  if (direction === undefined || articleClass === undefined) return []
  return prohibitionsFor({ direction, articleClass, purpose }, today).map((rule) =>
    reason(
      'S2-039',
      'prohibited',
      `${rule.title.zh}（${rule.source}；S1-012）。${mending(rule)}`,
      'purpose',
    ),
  )
}

function mending(rule: ReturnType<typeof prohibitionsFor>[number]): string {
  const exceptions = rule.exceptions.map((e) => e.title.zh).join('；')
  if (exceptions === '' || rule.clearedBy === null) return '不能准予许可。'
  return `用途确非临床医疗的，请如实改选用途；属于例外情形（${exceptions}）的，须由海关负责人指明例外后解除，本系统暂不能办理解除。`
}
