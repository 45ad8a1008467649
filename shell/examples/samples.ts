import type { Reason } from '#frame/kernel/reason.ts'
import type { Tone } from '#shell/parts/status-tag.tsx'

/** Statuses of an application with their tones. */
export const sampleStatuses: readonly { words: string; tone: Tone }[] = [
  { words: '草稿', tone: 'draft' },
  { words: '待受理', tone: 'wait' },
  { words: '待初审', tone: 'progress' },
  { words: '补正中', tone: 'warn' },
  { words: '特殊环节', tone: 'hold' },
  { words: '已审批', tone: 'ok' },
  { words: '不予许可', tone: 'danger' },
  { words: '过期', tone: 'end' },
]

/** Reasons against a submission. */
export const sampleReasons: readonly Reason[] = [
  {
    duty: 'S2-190',
    code: 'lab-level',
    message:
      '物品含二类病原微生物，使用单位实验室为 BSL-2，低于所需的 BSL-3。请更换使用单位或上传相应的认可证书。',
    at: 'laboratory',
  },
  {
    duty: 'S2-170',
    code: 'description-missing',
    message: '还没有上传“特殊物品描述性文件”（Word）。所有申请都须提供。',
    at: 'slot-description',
  },
  {
    duty: null,
    code: 'stale',
    message: '第 3 行的数量没有填写包装单位，请写明“支”“盒”或“瓶”。',
    at: 'line-3',
  },
]
