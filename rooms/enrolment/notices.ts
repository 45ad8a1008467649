import { z } from 'zod'
import { defineNotice } from '#frame/notify/kind.ts'

const about = z.strictObject({ number: z.string(), who: z.string(), again: z.boolean() })

/** S2-066 to the account administrators: a request to review, new or mended. */
export const filedNotice = defineNotice({
  kind: 'enrolment.filed',
  words: { zh: '账号注册申请', en: 'Request for an account' },
  params: about,
  channels: ['inbox'],
  text: {
    zh: (p) => ({
      title: p.again
        ? `${p.who}修改后重新提交了账号注册申请 ${p.number}`
        : `${p.who}提交了账号注册申请 ${p.number}`,
      lines: ['请审核注册信息，指定监管的分支机构，确定登录名。'],
      link: '查看申请',
    }),
    en: (p) => ({
      title: p.again
        ? `${p.who} mended the request ${p.number} and filed it again`
        : `${p.who} filed the request ${p.number} for an account`,
      lines: ['Review it, assign the branch and fix the sign-in name.'],
      link: 'Open the request',
    }),
  },
})

const toRequester = z.strictObject({ number: z.string(), text: z.string().optional() })
type ToRequester = z.infer<typeof toRequester>

/** A mail to who asks; its link opens the request without an account. */
const letter = (
  kind: string,
  zh: { words: string; lines: (p: ToRequester) => string[]; link: string },
  en: { words: string; lines: (p: ToRequester) => string[]; link: string },
) =>
  defineNotice({
    kind,
    words: { zh: zh.words, en: en.words },
    params: toRequester,
    channels: ['mail'],
    always: true,
    text: {
      zh: (p) => ({ title: `${zh.words}（${p.number}）`, lines: zh.lines(p), link: zh.link }),
      en: (p) => ({ title: `${en.words} (${p.number})`, lines: en.lines(p), link: en.link }),
    },
  })

const reasonsOf = ({ text = '' }: ToRequester) => text.split('\n').filter(Boolean)

/** To the requester, by the act that he is told of. */
export const requesterNotices = {
  'enrolment.file': letter(
    'enrolment.received',
    {
      words: '已收到账号注册申请',
      lines: () => [
        '账号管理岗审核后，结果会发到这个邮箱。',
        '用下面的链接可以随时查看进展，换一台电脑也可以。链接相当于钥匙，请不要转发给他人。',
      ],
      link: '查看申请',
    },
    {
      words: 'Your request for an account was received',
      lines: () => [
        'An account administrator will review it; the outcome comes to this mailbox.',
        'The link below shows how far it is, on any computer. It works like a key: do not pass it on.',
      ],
      link: 'Open the request',
    },
  ),
  'enrolment.return': letter(
    'enrolment.returned',
    {
      words: '账号注册申请需要修改',
      lines: (p) => [...reasonsOf(p), '请用下面的链接修改后重新提交，已填写的内容都还在。'],
      link: '修改申请',
    },
    {
      words: 'Your request for an account needs mending',
      lines: (p) => [
        ...reasonsOf(p),
        'Use the link below to mend it and file it again; all that was typed is still there.',
      ],
      link: 'Mend the request',
    },
  ),
  'enrolment.refuse': letter(
    'enrolment.refused',
    {
      words: '账号注册申请未予通过',
      lines: (p) => [
        ...reasonsOf(p).map((line) => `理由：${line}`),
        '理由所述情形改变后，可以重新注册。有疑问的，请联系海关账号管理岗。',
      ],
      link: '查看申请',
    },
    {
      words: 'Your request for an account was refused',
      lines: (p) => [
        ...reasonsOf(p).map((line) => `Reason: ${line}`),
        'You may register anew once the reason no longer holds; ask customs’ account administrator if in doubt.',
      ],
      link: 'Open the request',
    },
  ),
  'enrolment.lapse': letter(
    'enrolment.lapsed',
    {
      words: '账号注册申请已失效',
      lines: () => ['申请长时间没有继续办理，已经失效。仍需要账号的，请重新注册。'],
      link: '重新注册',
    },
    {
      words: 'Your request for an account has lapsed',
      lines: () => ['Nobody went on with it for a long time. Register again if you still need it.'],
      link: 'Register again',
    },
  ),
} as const
export type ToldAct = keyof typeof requesterNotices
