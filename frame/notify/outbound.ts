import { lookup as resolveHost } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** The one door through which the house itself calls other servers over HTTP. */
export interface OutboundRequest {
  url: string
  headers: Record<string, string>
  body: unknown
  signal?: AbortSignal
  /** Runs when the connection stands, before anything of the request is written. */
  beforeSend?(): Promise<void>
}

/** An answer: its status and at most 1 MB of text. */
export interface OutboundReply {
  status: number
  text: string
}

/** A host's addresses, as the system resolves them. */
export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>

const timeout = 5000
const largest = 1024 * 1024

/** A call that was not made, or has no answer. `sent`: whether anything of it was written. */
export class OutboundFailed extends Error {
  readonly sent: boolean
  constructor(message: string, sent: boolean, cause?: unknown) {
    super(message, { cause })
    this.name = 'OutboundFailed'
    this.sent = sent
  }
}

/**
 * Posts JSON. Only https on port 443 of a global address, or this very machine; the name is resolved once
 * and the connection goes to the checked address; no redirect is followed; 5 seconds and 1 MB at most.
 * Errors: {@link OutboundFailed}. A redirect is a reply like any other.
 */
export async function postJson(
  request: OutboundRequest,
  resolve: Resolve = (host) => resolveHost(host, { all: true }),
): Promise<OutboundReply> {
  const url = checkedUrl(request.url)
  const addresses = await checkedAddresses(url, resolve)
  return exchange(url, addresses, request)
}

/** The target as a URL. Errors: {@link OutboundFailed} naming the rule it breaks. */
export function checkedUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url) throw new OutboundFailed('the target is no URL', false)
  if (url.username || url.password) throw new OutboundFailed('the target holds a password', false)
  if (isLocal(url) && /^https?:$/.test(url.protocol)) return url
  if (url.protocol !== 'https:') throw new OutboundFailed('only https leaves this machine', false)
  if (url.port !== '') throw new OutboundFailed('only port 443 leaves this machine', false)
  return url
}

const bare = (url: URL) => url.hostname.replace(/^\[|\]$/g, '')
const isLocal = (url: URL) =>
  bare(url) === 'localhost' || (isIP(bare(url)) > 0 && loopback(bare(url)))

async function checkedAddresses(url: URL, resolve: Resolve) {
  const host = bare(url)
  const family = isIP(host)
  const found = family
    ? [{ address: host, family }]
    : await resolve(host).catch((e: unknown) => {
        throw new OutboundFailed('the target has no address', false, e)
      })
  const allowed = isLocal(url) ? loopback : isGlobal
  // one forbidden address among several is enough: who answers like that is not to be trusted
  if (found.length === 0 || !found.every((a) => allowed(a.address)))
    throw new OutboundFailed('the target is not a public address', false)
  return found
}

// One list for each family: a list with ::/3 in it would also find every IPv4 address, as a mapped one.
const special4 = blocked('ipv4', [
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24',
  '192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3',
])
// everything but global unicast (2000::/3), and inside it Teredo and its kin, documentation, 6to4
const special6 = blocked('ipv6', [
  '::/3 4000::/2 8000::/1 2001::/23 2001:db8::/32 2002::/16 3fff::/20',
])

function blocked(family: 'ipv4' | 'ipv6', lines: string[]): BlockList {
  const list = new BlockList()
  for (const net of lines.flatMap((line) => line.split(' '))) {
    const [address = '', bits = ''] = net.split('/')
    list.addSubnet(address, Number(bits), family)
  }
  return list
}

/** Whether an address is reachable by everybody: no private, link-local, shared, mapped or reserved one. */
export function isGlobal(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !special4.check(address, 'ipv4')
  return family === 6 && !special6.check(address, 'ipv6')
}

const here4 = blocked('ipv4', ['127.0.0.0/8'])

function loopback(address: string): boolean {
  return isIP(address) === 4 ? here4.check(address, 'ipv4') : address === '::1'
}

function exchange(
  url: URL,
  addresses: { address: string; family: number }[],
  request: OutboundRequest,
): Promise<OutboundReply> {
  const body = Buffer.from(JSON.stringify(request.body))
  const signals = [AbortSignal.timeout(timeout), ...(request.signal ? [request.signal] : [])]
  return new Promise((resolve, reject) => {
    let sent = false
    const fail = (cause: Error) => reject(new OutboundFailed(cause.message, sent, cause))
    const call = (url.protocol === 'https:' ? https : http).request(url, {
      method: 'POST',
      agent: false,
      lookup: pinned(addresses),
      signal: AbortSignal.any(signals),
      headers: {
        ...request.headers,
        'content-type': 'application/json',
        'content-length': body.length,
      },
    })
    call.on('error', fail)
    call.on('response', (reply) => {
      let text = ''
      reply.setEncoding('utf8')
      reply.on('data', (chunk: string) => {
        text += chunk
        if (text.length > largest) call.destroy(new Error('the answer is larger than 1 MB'))
      })
      reply.on('error', fail)
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text }))
    })
    const write = async () => {
      await request.beforeSend?.()
      sent = true
      call.end(body)
    }
    call.on('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        write().catch((error: unknown) => {
          fail(error as Error)
          call.destroy()
        })
      })
    })
  })
}

/** The checked addresses in place of a second look-up, which could answer otherwise. */
function pinned(addresses: { address: string; family: number }[]): LookupFunction {
  return (_host, options, done) => {
    const first = addresses[0]!
    if (options.all) done(null, addresses)
    else done(null, first.address, first.family)
  }
}
