import { z } from 'zod'
import { absent, reason, Refused, type Reason, type RefusalKind } from '#frame/kernel/reason.ts'

/** The reasons of a no as they travel (RFC 9457 problem details, in Chinese). */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string(),
  reasons: z.array(
    z.object({
      duty: z.string().nullable(),
      code: z.string(),
      message: z.string(),
      at: z.string().optional(),
    }),
  ),
})
export type Problem = z.infer<typeof problemSchema>

const titles: Record<RefusalKind, string> = {
  invalid: '填写的内容有误',
  unauthenticated: '请先登录',
  forbidden: '没有办理权限',
  absent: '没有找到',
  stale: '内容已被更新',
  conflict: '与已有内容冲突',
  refused: '暂不能办理',
  'too-many': '操作过于频繁',
  unavailable: '服务暂不可用',
}

/** A refusal as problem details. In: the refusal and the request's id. */
export function problemOf(refused: Refused, requestId: string): Problem {
  return {
    type: `/problems/${refused.kind}`,
    title: titles[refused.kind],
    status: refused.status,
    detail: refused.message,
    instance: requestId,
    reasons: refused.reasons,
  }
}

interface FastifyLikeError extends Error {
  statusCode?: number
  code?: string
  validation?: { instancePath: string; message?: string }[]
  validationContext?: string
}

/** Whatever was thrown, as a refusal; null when it is a fault of ours that only the log may see. */
export function refusalOf(error: FastifyLikeError): Refused | null {
  if (error instanceof Refused) return error
  // an address with a number that cannot be one leads nowhere, like one that is nobody's
  if (error.validation && error.validationContext === 'params') return absent()
  if (error.validation) return new Refused('invalid', error.validation.map(fieldReason))
  if (lostDatabase(error)) return databaseAway()
  const known = knownFaults[error.code ?? '']
  if (known) return new Refused('invalid', [reason(null, known[0], known[1])])
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return new Refused('invalid', [
      reason(null, 'malformed', '请求的格式不对，服务器没有看懂。请刷新页面后重试。'),
    ])
  return null
}

// Classes 08 and 57P of PostgreSQL: the connection broke, the server goes or has not come yet.
const lost = /^(08\d{3}|57P0[1-5]|ECONNREFUSED|ECONNRESET|EPIPE)$/

/** The database went away under a request: nobody's fault, and it comes back by itself. */
function lostDatabase({ code, message }: FastifyLikeError): boolean {
  return (
    lost.test(code ?? '') ||
    /^(Connection terminated|timeout exceeded when trying to connect)/.test(message)
  )
}

const databaseAway = () =>
  new Refused(
    'unavailable',
    [
      reason(
        null,
        'database-away',
        '数据库正在恢复，这次请求可能已经办成，也可能没有。请稍候几秒再试一次，重复提交不会办两次。',
      ),
    ],
    2,
  )

const knownFaults: Record<string, [string, string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['too-large', '提交的内容太大。请精简后再提交，较长的内容写入附件。'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['media-type', '请求的内容类型不对，应为 application/json。'],
  FST_ERR_BAD_URL: ['bad-address', '这个地址写得不对，服务器没有看懂。请检查链接是否完整。'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['empty-body', '请求没有内容。请填写后再提交。'],
}

function fieldReason(issue: { instancePath: string; message?: string }): Reason {
  const at = issue.instancePath.replace(/^\//, '').replaceAll('/', '.')
  return reason(null, 'invalid-field', issue.message ?? '这一项填写有误，请检查。', at)
}

/** A fault of ours: nothing of it is told but the number to quote. */
export function faultProblem(requestId: string): Problem {
  const detail = `服务器出了问题，您的内容没有丢失。请稍后重试；如仍不行，请把编号 ${requestId} 告诉管理员。`
  return {
    type: '/problems/fault',
    title: '服务器出了问题',
    status: 500,
    detail,
    instance: requestId,
    reasons: [reason(null, 'fault', detail)],
  }
}
