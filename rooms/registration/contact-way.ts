import { contactFields } from './fields.ts'

/** C-22 the contact person has a way of his own, his phone and mailbox none at all. Out: null for any other field. */
export function contactWay(field: string): { duty: string; words: string } | null {
  if (!contactFields.some((name) => name === field)) return null
  return field === 'contact'
    ? {
        duty: 'S2-139',
        words: '更换联系人须提交盖章的申请表、介绍信和身份证复印件，请从“更换联系人”办理。',
      }
    : {
        duty: 'S2-145',
        words: '同一联系人的手机号码和电子邮件由本单位自行修改、立即生效，请从“修改联系方式”办理。',
      }
}
