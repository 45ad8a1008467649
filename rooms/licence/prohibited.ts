import type { Day } from '#frame/calendar/day.ts'
import { prohibitionsFor, type Prohibition } from '#frame/catalogue/prohibitions.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { reason, type Reason } from '#frame/kernel/reason.ts'
import type { Clearance } from './facts.ts'
import type { CaseForm } from './forms.ts'

/**
 * S1-012, S2-039 what the law forbids whoever asks (C-36: human blood, tissue, organs and cells for clinical
 * use, 艾滋病防治条例 37). It warns at submission and stands against a grant. In: the form, the day, and the
 * prohibitions the leader has cleared by naming the exception.
 */
export function prohibited(
  form: CaseForm,
  today: Day,
  cleared: readonly Pick<Clearance, 'prohibition'>[] = [],
): Reason[] {
  return standing(form, today, cleared).map((rule) =>
    reason(
      'S2-039',
      'prohibited',
      `${rule.title.zh}（${rule.source}；S1-012）。${mending(rule)}`,
      'purpose',
    ),
  )
}

/** An exception the law makes from a prohibition that stands against a case, and its words. */
export interface OpenException {
  prohibition: string
  exception: string
  title: Words
}

/** C-36 the exceptions among which the leader chooses; none where nothing is forbidden any more. */
export function exceptionsOpen(
  { form, clearances }: { form: CaseForm; clearances: readonly Pick<Clearance, 'prohibition'>[] },
  today: Day,
): OpenException[] {
  return standing(form, today, clearances)
    .filter((rule) => rule.clearedBy === 'customs-leader')
    .flatMap(({ code: prohibition, exceptions }) =>
      exceptions.map(({ code: exception, title }) => ({ prohibition, exception, title })),
    )
}

function standing(
  form: CaseForm,
  today: Day,
  cleared: readonly Pick<Clearance, 'prohibition'>[],
): Prohibition[] {
  const { direction, articleClass, articleKind, purpose } = form
  if (direction === undefined || articleClass === undefined) return []
  return prohibitionsFor({ direction, articleClass, kind: articleKind, purpose }, today).filter(
    (rule) => !cleared.some((one) => one.prohibition === rule.code),
  )
}

function mending(rule: Prohibition): string {
  const exceptions = rule.exceptions.map((e) => e.title.zh).join('；')
  if (exceptions === '' || rule.clearedBy === null) return '不能准予许可。'
  return `用途确非临床医疗的，请如实改选用途；属于例外情形（${exceptions}）的，须由海关负责人指明例外后解除。`
}
