import parser, { type Robot } from 'robots-parser'
import { InputError, TransientError } from '../../model/errors.ts'
import type { FetchMemory } from '../../model/fetched.ts'
import { RefusedError } from './address.ts'
import { type Client, type Got, get, StatusError } from './get.ts'
import { keyOf } from './key.ts'
import { ROBOTS_TOKEN } from './settings.ts'

/** Its types say `export default`, but the function is the module. */
const robotsParser = parser as unknown as (address: string, text: string) => Robot

/** A robots.txt counts up to here: what RFC 9309 (2.5) asks for at least. */
const LIMIT = 500 * 1024

/** RFC 9309, 2.4: a cached robots.txt holds for a day at most. */
const DAY = 86_400_000

/** The robots.txt of every origin that a run meets, each fetched once; kept for a day. */
export class Robots {
  readonly #client: Client
  readonly #memory: FetchMemory
  readonly #rules = new Map<string, Promise<Robot>>()

  constructor(client: Client, memory: FetchMemory) {
    this.#client = client
    this.#memory = memory
  }

  /**
   * @throws RefusedError when the rules forbid the address, or the host must not be asked at all
   * @throws TransientError when the rules cannot be had: then nothing is allowed
   */
  async permit(url: URL): Promise<void> {
    let rules = this.#rules.get(url.origin)
    if (!rules) {
      rules = this.#fetch(url.origin)
      this.#rules.set(url.origin, rules)
    }
    const known = await rules
    const delay = known.getCrawlDelay(ROBOTS_TOKEN)
    if (delay !== undefined && delay > 0) this.#client.pace.crawlDelay(url.hostname, delay)
    if (known.isAllowed(url.href, ROBOTS_TOKEN) === false) throw new RefusedError('robots.txt does not allow it')
  }

  async #fetch(origin: string): Promise<Robot> {
    const address = `${origin}/robots.txt`
    const key = keyOf(address)
    const remembered = await this.#memory.recall(key)
    const fresh = remembered?.text !== undefined && Date.now() - Date.parse(remembered.checkedAt) < DAY
    if (fresh) return robotsParser(address, remembered.text ?? '')
    const text = textOf(await this.#got(address))
    await this.#memory.remember(address, { key, checkedAt: new Date().toISOString(), text })
    return robotsParser(address, text)
  }

  async #got(address: string): Promise<Got> {
    try {
      return await get(address, this.#client, {
        accept: 'text/plain, */*;q=0.5',
        headers: () => ({}),
        wanted: () => undefined,
        limit: { bytes: LIMIT, cut: true },
      })
    } catch (error) {
      if (error instanceof StatusError)
        throw new TransientError(`robots.txt answers ${error.status}: nothing is fetched`)
      if (error instanceof TransientError) throw new TransientError(`robots.txt cannot be had: ${error.message}`)
      if (error instanceof InputError && !(error instanceof RefusedError))
        throw new TransientError(`robots.txt cannot be had: ${error.message}`)
      throw error
    }
  }
}

/** RFC 9309, 2.3.1: what cannot be found allows all; what cannot be reached nothing. */
function textOf({ status, body }: Got): string {
  if (status === 200) return new TextDecoder().decode(body)
  if (status >= 400 && status < 500) return ''
  throw new TransientError(`robots.txt answers ${status}: nothing is fetched`)
}
