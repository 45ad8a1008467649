import { z } from 'zod'
import { defineNotice } from '#frame/notify/kind.ts'

/** To the person who brought a file in which a scan found something afterwards. */
export const infectedNotice = defineNotice({
  kind: 'file.infected',
  words: { zh: '上传的文件查出病毒', en: 'Virus found in an uploaded file' },
  params: z.strictObject({ name: z.string(), signature: z.string() }),
  channels: ['inbox', 'mail'],
  always: true,
  text: {
    zh: (p) => ({
      title: `您上传的“${p.name}”查出病毒，已移除`,
      lines: [
        `查毒程序报告：${p.signature}。文件已从材料中移除，其他人打不开它。`,
        '请先在自己的电脑上查杀，确认干净后重新上传。',
      ],
    }),
    en: (p) => ({
      title: `Virus found in “${p.name}”, file removed`,
      lines: [
        `The scanner reports ${p.signature}. The file was taken out and nobody can open it.`,
        'Clean your computer first, then upload the file again.',
      ],
    }),
  },
})
