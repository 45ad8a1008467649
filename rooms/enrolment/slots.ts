import type { FileKind } from '#frame/files/file-kind.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import type { EnrolmentKind } from './forms.ts'

/** The one document that a request brings. */
export interface EnrolmentSlot {
  code: string
  duty: string
  title: Words
  why: Words
  kinds: readonly FileKind[]
}

const scans: readonly FileKind[] = ['pdf', 'jpeg', 'png']

/** What a unit and what a person brings. */
export const slotOf: Record<EnrolmentKind, EnrolmentSlot> = {
  // S2-064, C-44 the form as printed here, with the unit's seal
  organisation: {
    code: 'sealed-form',
    duty: 'S2-064',
    title: {
      zh: '《申请单位账号注册申请表》（加盖公章）',
      en: 'Application form with the unit’s seal',
    },
    why: {
      zh: '下载填好的申请表，打印、加盖公章后扫描或拍照上传。',
      en: 'Download the filled form, print it, put the unit’s seal on it, and bring a scan or photo.',
    },
    kinds: scans,
  },
  // S2-125
  person: {
    code: 'id-copy',
    duty: 'S2-125',
    title: { zh: '身份证件复印件', en: 'Copy of the identity document' },
    why: {
      zh: '身份证须正反两面，护照须有照片和号码的一页；放在一个文件里。',
      en: 'Both sides of an ID card, or the page of a passport with photo and number, in one file.',
    },
    kinds: scans,
  },
}
