import type { Words } from '#frame/kernel/lifecycle.ts'
import type { FileKind } from '#frame/files/file-kind.ts'
import type { CaseForm } from './forms.ts'

/** One place for one document (S2-160), with what it takes and when it is asked for. */
export interface CaseSlot {
  code: 'description' | 'lab-level' | 'test-report'
  duty: string
  title: Words
  kinds: readonly FileKind[]
  /** Whether this application must bring it, and why. */
  asked(form: CaseForm): { required: boolean; why: Words }
}

const always = (zh: string, en: string) => () => ({ required: true, why: { zh, en } })

/** The documents of 附件2 三 that this room asks for. */
export const caseSlots: readonly CaseSlot[] = [
  {
    // S2-170 a Word document that every application brings
    code: 'description',
    duty: 'S2-170',
    title: { zh: '特殊物品描述性文件', en: 'Descriptive file' },
    kinds: ['docx', 'doc'],
    asked: always(
      '所有申请均需上传，用 Word 提供。',
      'Every application brings it, as a Word file.',
    ),
  },
  {
    // S2-184 pathogens contained or possible: proof of the laboratory's level
    code: 'lab-level',
    duty: 'S2-184',
    title: { zh: '国内使用单位实验室生物安全等级说明', en: 'Proof of laboratory biosafety level' },
    kinds: ['pdf', 'jpeg', 'png'],
    asked: (form) =>
      form.pathogenState === 'contained'
        ? {
            required: true,
            why: {
              zh: '含有或者可能含有病原微生物，应当提供相应生物安全防控水平的证明。',
              en: 'Pathogens are or may be contained.',
            },
          }
        : {
            required: false,
            why: { zh: '不含病原微生物时不必提供。', en: 'Not needed without pathogens.' },
          },
  },
  {
    // S2-183 a test report where the article's nature needs one: blood of human origin, human tissue
    code: 'test-report',
    duty: 'S2-183',
    title: { zh: '检测报告', en: 'Test report' },
    kinds: ['pdf', 'jpeg', 'png'],
    asked: (form) =>
      form.articleClass === 'blood' || form.articleClass === 'human-tissue'
        ? {
            required: true,
            why: {
              zh: '人体来源的物品，需提供检测报告以判明传染性风险。',
              en: 'Articles of human origin need a report.',
            },
          }
        : {
            required: false,
            why: {
              zh: '其他需要提供检测报告或产品说明书的，在此上传。',
              en: 'Where a report is useful.',
            },
          },
  },
]

/** The slot of a code, or undefined. */
export function slotOf(code: string): CaseSlot | undefined {
  return caseSlots.find((slot) => slot.code === code)
}
