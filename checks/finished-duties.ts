/** A subject whose building is finished: every duty of it has code and a test, or an honest reason. */
export interface FinishedSubject {
  /** The folder that holds it. */
  folder: string
  title: string
  /** Its duties, each by its own number. */
  duties: readonly string[]
  /** Why a duty has no code or no test. */
  reasons: Readonly<Record<string, string>>
}

/** Grows with every finished room; what is not listed here is still planned. */
export const finishedSubjects: readonly FinishedSubject[] = [
  {
    folder: 'frame/catalogue',
    title: '工作小组、成员单位和机制办公室',
    duties: [
      'S1-023',
      'S1-024',
      'S1-025',
      'S1-026',
      'S1-027',
      'S1-028',
      'S1-029',
      'S1-030',
      'S1-031',
      'S1-032',
      'S1-033',
      'S1-034',
      'S1-035',
      'S1-036',
      'S1-037',
      'S1-038',
      'S1-039',
      'S1-040',
      'S1-041',
    ],
    reasons: {
      'S1-024': '工作原则，不是可以执行或检验的动作；由各部门共用一套系统体现',
    },
  },
]
