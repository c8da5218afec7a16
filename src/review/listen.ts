import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { EXIT, FatalError } from '../model/errors.ts'
import { systemReason } from '../model/system-error.ts'
import type { Server } from './server.ts'

/** Bytes of a form at most. */
const MOST = 64 * 1024

/** A server that listens: its port, and how to end it. */
export interface Listening {
  readonly port: number
  close(): Promise<void>
}

/**
 * Serves on 127.0.0.1 and nowhere else.
 * @param port 0 for any free one
 * @param serverFor makes the server, once the port is known
 * @throws FatalError 2 when the port is taken or not allowed
 */
export async function listen(port: number, serverFor: (port: number) => Server): Promise<Listening> {
  const { promise, resolve, reject } = Promise.withResolvers<Listening>()
  let server: Server | undefined
  const http = createServer((request, response) => {
    answer(request, response, server).catch(() => response.destroy())
  })
  http.once('error', error => {
    reject(
      new FatalError(`port ${port}: ${systemReason(error)}; name another with --port`, EXIT.usage, { cause: error }),
    )
  })
  http.listen(port, '127.0.0.1', () => {
    const { port: chosen } = http.address() as AddressInfo
    server = serverFor(chosen)
    resolve({
      port: chosen,
      close: () =>
        new Promise(done => {
          http.close(() => done())
          http.closeAllConnections()
        }),
    })
  })
  return promise
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse, server: Server | undefined): Promise<void> {
  const body = await bodyOf(incoming)
  const refused = body === undefined ? 413 : !server ? 503 : undefined
  if (refused !== undefined || !server) {
    outgoing.writeHead(refused ?? 503, { connection: 'close' }).end()
    return
  }
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headersDistinct))
    for (const one of value ?? []) headers.append(name, one)
  const method = incoming.method ?? 'GET'
  const path = incoming.url?.startsWith('/') ? incoming.url : '/'
  const answered = await server(
    new Request(`http://127.0.0.1${path}`, {
      method,
      headers,
      ...(body && body.length > 0 ? { body: new Uint8Array(body) } : {}),
    }),
  )
  outgoing.writeHead(answered.status, Object.fromEntries(answered.headers))
  outgoing.end(method === 'HEAD' ? undefined : Buffer.from(await answered.arrayBuffer()))
}

/** The body of a request; undefined when it is too long. */
async function bodyOf(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of incoming as AsyncIterable<Buffer>) {
    size += part.length
    if (size > MOST) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}
