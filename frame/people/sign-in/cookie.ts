import type { Config } from '#frame/config.ts'

/**
 * Name of the session cookie. Over https the prefix binds it to this very host, whole path, encrypted
 * connections (RFC 6265bis 4.1.3.2); over plain http a browser would refuse the prefix, and since cookies do
 * not know ports, the port keeps two houses on one machine apart.
 */
export function cookieName({ publicUrl }: Pick<Config, 'publicUrl'>): string {
  const url = new URL(publicUrl)
  return url.protocol === 'https:' ? '__Host-lianguan' : `lianguan-${url.port || '80'}`
}

/** The Set-Cookie line of a session; it ends with the browser, and in time with the session itself. */
export function sessionCookie(config: Pick<Config, 'publicUrl'>, token: string): string {
  return `${cookieName(config)}=${token}; ${attributes(config)}`
}

/** The Set-Cookie line that takes the cookie away. */
export function endedCookie(config: Pick<Config, 'publicUrl'>): string {
  return `${cookieName(config)}=; ${attributes(config)}; Max-Age=0`
}

function attributes({ publicUrl }: Pick<Config, 'publicUrl'>): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : ''
  return `Path=/; HttpOnly; SameSite=Lax${secure}`
}

/** The session token of a request's Cookie header; null when there is none, or what is there cannot be one. */
export function tokenFrom(
  config: Pick<Config, 'publicUrl'>,
  header: string | undefined,
): string | null {
  const name = `${cookieName(config)}=`
  const pair = (header ?? '').split(';').find((p) => p.trim().startsWith(name))
  const token = pair?.trim().slice(name.length) ?? ''
  return /^[\w-]{20,100}$/.test(token) ? token : null
}
