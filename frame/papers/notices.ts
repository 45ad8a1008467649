import { z } from 'zod'
import { defineNotice } from '#frame/notify/kind.ts'

/** To officers: a paper could not be made and waits for them. */
export const paperFailed = defineNotice({
  kind: 'papers.failed',
  words: { zh: '文书未能生成', en: 'A paper could not be made' },
  params: z.strictObject({ number: z.string(), title: z.string() }),
  channels: ['inbox'],
  text: {
    zh: (p) => ({
      title: `${p.title}（${p.number}）未能生成`,
      lines: ['原因和补救办法写在文书登记簿里，排除后可重新生成。'],
      link: '查看文书',
    }),
    en: (p) => ({
      title: `${p.number} could not be made`,
      lines: ['The register of papers says why and how to mend it; then make it again.'],
      link: 'Open the paper',
    }),
  },
})
