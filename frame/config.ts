import path from 'node:path'

/** The settings of this machine, read once at start from the environment (see docs/operations.md). */
export interface Config {
  port: number
  host: string
  /** Files, papers, tiles, keys and, by default, the database. Absolute. */
  dataDir: string
  /** Null: the embedded PostgreSQL is used. */
  databaseUrl: string | null
  /** The role that migrates; null when one URL does both. */
  databaseOwnerUrl: string | null
  /** How browsers reach the house, without a slash at the end. */
  publicUrl: string
  production: boolean
  /** Demonstration accounts and a visible outbox; never in production. */
  demo: boolean
  /** Proxies whose X-Forwarded-For is believed; empty: only the connection counts. */
  trustedProxies: string[]
  /** What a scraper of /metrics must show; null: nothing, see `metricsHere`. */
  metricsToken: string | null
  /** Without a token, /metrics answers this very machine, unless a proxy may stand in front of it. */
  metricsHere: boolean
  smtpUrl: string | null
  mailFrom: string
  smsUrl: string | null
  smsToken: string | null
  /** The provider's template, sent along with every short message when it wants one. */
  smsTemplate: string | null
  /** clamd as host:port or a socket path; null: uploads are marked 未查毒. */
  clamd: string | null
  /** PKCS#12 file with the signing certificate and its pass phrase file; null: the demo certificate. */
  signingCertificate: string | null
  signingPassphraseFile: string | null
}

type Env = Record<string, string | undefined>

/**
 * Reads the machine's settings. In: the environment. Errors: one clear sentence naming the variable.
 */
export function readConfig(env: Env): Config {
  const port = wholePort(env['PORT'] ?? '3000')
  const host = env['HOST'] ?? '127.0.0.1'
  const production = env['NODE_ENV'] === 'production'
  const text = (name: string) => env[name]?.trim() || null
  const publicUrl = (
    text('PUBLIC_URL') ?? `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`
  ).replace(/\/+$/, '')
  if (!URL.canParse(publicUrl) || !/^https?:/.test(publicUrl))
    throw new Error(`PUBLIC_URL 应为 http:// 或 https:// 开头的网址，现为“${publicUrl}”。`)
  return {
    port,
    host,
    dataDir: path.resolve(env['DATA_DIR'] ?? './data'),
    databaseUrl: databaseUrl(env, 'DATABASE_URL'),
    databaseOwnerUrl: databaseUrl(env, 'DATABASE_OWNER_URL'),
    publicUrl,
    production,
    demo: !production,
    trustedProxies: (text('TRUSTED_PROXY') ?? '')
      .split(',')
      .map((s) => s.trim())
      .filter(Boolean),
    metricsToken: metricsToken(text('METRICS_TOKEN')),
    // Behind a proxy everybody comes from this machine; then only a token tells who asks.
    metricsHere: !production && !text('PUBLIC_URL') && !text('TRUSTED_PROXY'),
    smtpUrl: text('SMTP_URL'),
    mailFrom: text('MAIL_FROM') ?? '联管 <no-reply@lianguan.example.cn>',
    smsUrl: text('SMS_URL'),
    smsToken: text('SMS_TOKEN'),
    smsTemplate: text('SMS_TEMPLATE'),
    clamd: text('CLAMD'),
    signingCertificate: text('SIGNING_CERTIFICATE'),
    signingPassphraseFile: text('SIGNING_PASSPHRASE_FILE'),
  }
}

function wholePort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT 应为 0 到 65535 的整数，现为“${text}”。`)
  return port
}

function metricsToken(token: string | null): string | null {
  if (token !== null && !/^[\w.~+/=-]{24,}$/.test(token))
    throw new Error(
      'METRICS_TOKEN 应至少 24 个字符，只用字母、数字和 . _ ~ + / = - ，例如 openssl rand -hex 24 的输出。',
    )
  return token
}

function databaseUrl(env: Env, name: string): string | null {
  const text = env[name]?.trim()
  if (!text) return null
  if (!/^postgres(ql)?:\/\//.test(text))
    throw new Error(
      `${name} 应以 postgres:// 开头，例如 postgres://lianguan:密码@127.0.0.1:5432/lianguan。`,
    )
  return text
}
