import { request as http, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { request as https } from 'node:https'
import { InputError, TransientError } from '../../model/errors.ts'
import { pinned } from './address.ts'
import { type BodyLimit, bodyOf } from './body.ts'

/** An answer; its body only when the status is 200 and somebody wanted it. */
export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body?: Uint8Array
}

export interface RequestOptions {
  readonly headers: Readonly<Record<string, string>>
  /** Looks up and checks the host; its addresses are the only ones connected to. */
  readonly addresses: () => Promise<readonly string[]>
  /** Milliseconds for everything, looking up the host included. */
  readonly timeout: number
  /** Milliseconds without a single byte. */
  readonly idle: number
  readonly limit: BodyLimit
  /** Whether the body is wanted, by its media type. @throws InputError when it is not */
  readonly wanted: (answer: IncomingMessage) => void
  /** Stops it at once. */
  readonly signal: AbortSignal
}

/** The connection broke, or nothing came: worth another attempt in this run when `again` says so. */
export class BrokenError extends TransientError {
  readonly again: boolean
  constructor(message: string, again: boolean, options?: ErrorOptions) {
    super(message, options)
    this.again = again
  }
}

/**
 * One GET, no redirect followed, on a connection of its own: kept-alive ones die in the seconds between two requests.
 * @throws BrokenError, InputError; the signal's reason when it was stopped
 */
export async function request(url: URL, options: RequestOptions): Promise<Answer> {
  const deadline = AbortSignal.timeout(options.timeout)
  const signal = AbortSignal.any([options.signal, deadline])
  try {
    const addresses = await unlessAborted(options.addresses(), signal)
    const answer = await sent(url, addresses, options, signal)
    const { headers } = answer
    const status = answer.statusCode ?? 0
    if (status !== 200) {
      answer.destroy()
      return { status, headers }
    }
    try {
      options.wanted(answer)
      return { status, headers, body: await bodyOf(answer, options.limit) }
    } finally {
      answer.destroy()
    }
  } catch (error) {
    options.signal.throwIfAborted()
    if (deadline.aborted)
      throw new BrokenError(`no whole answer within ${options.timeout / 1000} s`, false, { cause: error })
    throw plain(error)
  }
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

function sent(
  url: URL,
  addresses: readonly string[],
  { headers, idle }: RequestOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const start = url.protocol === 'https:' ? https : http
    const sending = start(url, { agent: false, headers, lookup: pinned(addresses), signal, timeout: idle })
    let answer: IncomingMessage | undefined
    sending.on('response', response => {
      answer = response
      resolve(response)
    })
    sending.on('error', reject)
    // Without a listener, a 101 would leave the connection open and this promise pending.
    sending.on('upgrade', (_answer, socket) => {
      socket.destroy()
      reject(new InputError('answered with another protocol (101)'))
    })
    sending.on('timeout', () => {
      const stop = new BrokenError(`not one byte in ${idle / 1000} s`, false)
      // Whoever reads the body hears what is said to the answer only.
      answer?.destroy(stop)
      sending.destroy(stop)
    })
    sending.end()
  })
}

/** Codes of connections that broke, and may hold the next time. */
const BROKEN: Readonly<Record<string, string>> = {
  ECONNRESET: 'the connection broke before the whole answer had come',
  ECONNREFUSED: 'the host refuses connections',
  ECONNABORTED: 'the connection broke',
  EPIPE: 'the connection broke',
  ETIMEDOUT: 'the host does not answer',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ERR_STREAM_PREMATURE_CLOSE: 'the connection broke before the whole answer had come',
  Z_BUF_ERROR: 'its packed body breaks off',
}

/** Plain words for what a socket, a certificate or zlib say; they never name the address. */
function plain(error: unknown): unknown {
  if (error instanceof InputError || error instanceof TransientError) return error
  const { code = '' } = error as NodeJS.ErrnoException
  const broken = Object.hasOwn(BROKEN, code) ? BROKEN[code] : undefined
  if (broken !== undefined) return new BrokenError(broken, true, { cause: error })
  if (
    code === 'ERR_BUFFER_TOO_LARGE' ||
    code.startsWith('Z_') ||
    code.startsWith('ERR__ERROR') ||
    code.startsWith('ZSTD')
  )
    return new InputError(`its body cannot be unpacked (${code})`, { cause: error })
  if (code.startsWith('HPE_')) return new InputError(`no sound HTTP answer (${code})`, { cause: error })
  // EPROTO: what answers does not speak TLS.
  if (/CERT|SELF_SIGNED|ERR_TLS|ERR_SSL|UNABLE_TO|EPROTO/.test(code))
    return new BrokenError(`no safe connection (${code})`, false, { cause: error })
  return code === '' ? error : new BrokenError(`the connection failed (${code})`, true, { cause: error })
}
