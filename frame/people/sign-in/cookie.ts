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

/**
 * The Set-Cookie line by which this browser is known again, see `devices.ts`. In: how many days it is kept.
 * It signs nobody in.
 */
export function deviceCookie(
  config: Pick<Config, 'publicUrl'>,
  token: string,
  days: number,
): string {
  return `${cookieName(config)}-device=${token}; ${attributes(config)}; Max-Age=${days * 86_400}`
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
  return valueOf(cookieName(config), header)
}

/** The token of the browser itself, likewise. */
export function deviceFrom(
  config: Pick<Config, 'publicUrl'>,
  header: string | undefined,
): string | null {
  return valueOf(`${cookieName(config)}-device`, header)
}

function valueOf(cookie: string, header: string | undefined): string | null {
  const name = `${cookie}=`
  const pair = (header ?? '').split(';').find((p) => p.trim().startsWith(name))
  const token = pair?.trim().slice(name.length) ?? ''
  return /^[\w-]{20,100}$/.test(token) ? token : null
}
