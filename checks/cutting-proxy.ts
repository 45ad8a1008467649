import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A TCP proxy on loopback that breaks connections where a test wants it. */
export interface CuttingProxy {
  port: number
  /** Breaks the next connection whose server sends such bytes; the client never gets them. */
  cutBefore: (answer: (bytes: Buffer) => boolean) => void
  /** How many connections were broken so far. */
  cuts: () => number
  close: () => Promise<void>
}

/** Starts a proxy in front of a port. */
export async function startCuttingProxy(targetPort: number): Promise<CuttingProxy> {
  let wanted: ((bytes: Buffer) => boolean) | null = null
  let cuts = 0
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const target = connect(targetPort, '127.0.0.1')
    for (const socket of [client, target]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        target.destroy()
      })
    }
    client.on('data', (bytes: Buffer) => void target.write(bytes))
    target.on('data', (bytes: Buffer) => {
      if (wanted?.(bytes)) {
        wanted = null
        cuts += 1
        client.resetAndDestroy()
        target.destroy()
        return
      }
      client.write(bytes)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    cutBefore: (answer) => void (wanted = answer),
    cuts: () => cuts,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
