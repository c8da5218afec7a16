import { spawn } from 'node:child_process'
import { systemReason } from '../model/system-error.ts'
import { isWeb } from '../normalise/web-address.ts'
import type { Ended } from './ended.ts'
import type { Notify } from './notify-schema.ts'

/** Seconds that a command or a webhook has, when the pipeline does not say. */
const TIMEOUT = 10

/** What a notification says, as JSON (schemas/notification.schema.json). */
export function notification({ version, flags, ...ended }: Ended): string {
  const counts = flags && {
    openFlags: flags.open,
    newFlags: flags.fresh,
    openNotes: flags.openNotes,
    newNotes: flags.freshNotes,
  }
  return JSON.stringify({ errata: version, ...ended, ...counts })
}

/** Whether somebody wants to hear of a run that ended so. */
export function wants({ when = 'always' }: Notify, { state, flags }: Ended): boolean {
  if (when === 'failure') return state !== 'done'
  return when === 'always' || (flags?.fresh.length ?? 0) > 0
}

/**
 * Tells everybody who wants to hear of it how a run ended, at the same time.
 * @param failed called for each who could not be told, with the reason; nothing of a secret is in it
 */
export async function notifyAll(
  hooks: readonly Notify[],
  ended: Ended,
  failed: (who: string, reason: string) => void,
): Promise<void> {
  const body = notification(ended)
  await Promise.all(
    hooks.map(async (hook, index) => {
      if (!wants(hook, ended)) return
      const reason = await ('command' in hook ? command(hook, body) : webhook(hook, body))
      if (reason !== undefined) failed(`notify.${index} (${'command' in hook ? hook.command[0] : 'webhook'})`, reason)
    }),
  )
}

/** Last words of a command that fails, in characters. */
const LAST_WORDS = 500

/** Runs a command without a shell; resolves to why it failed. Its output is not errata's result, and goes nowhere. */
function command(hook: Extract<Notify, { command: unknown }>, body: string): Promise<string | undefined> {
  const { command, timeout = TIMEOUT } = hook
  const [program = '', ...args] = command
  return new Promise(resolve => {
    // A group of its own, so that what it starts ends with it when its time is over.
    const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'pipe'], detached: process.platform !== 'win32' })
    let said = ''
    let late = false
    const timer = setTimeout(() => {
      late = true
      killAll(child.pid)
      child.stderr.destroy()
    }, timeout * 1000)
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-LAST_WORDS)
    })
    // A command that does not read its input closes it; how it ends says whether that is a fault.
    child.stdin.on('error', () => undefined)
    child.stdin.end(body)
    child.on('error', error => {
      clearTimeout(timer)
      resolve(`cannot be started: ${systemReason(error)}`)
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      const words = said.trim() === '' ? '' : `: ${said.trim()}`
      if (late) resolve(`took more than ${timeout} s and was ended${words}`)
      else resolve(code === 0 ? undefined : `ended with ${code ?? signal}${words}`)
    })
  })
}

function killAll(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch (error) {
    // It ended by itself at this very moment.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Posts to the configured address and nowhere else; resolves to why it failed. */
async function webhook(hook: Extract<Notify, { webhook: unknown }>, body: string): Promise<string | undefined> {
  const { timeout = TIMEOUT } = hook
  const target = typeof hook.webhook === 'string' ? hook.webhook : process.env[hook.webhook.env]
  if (!target) return `the variable ${typeof hook.webhook === 'string' ? '' : hook.webhook.env} is not set`
  const headers = new Headers({ 'content-type': 'application/json', 'user-agent': 'errata' })
  try {
    for (const [name, { env }] of Object.entries(hook.headers ?? {})) {
      const value = process.env[env]
      if (!value) return `the variable ${env} is not set`
      headers.set(name, value)
    }
  } catch {
    // The error's own words would show the value.
    return 'a variable of its headers holds what no header can'
  }
  if (!isWeb(target)) return 'its variable does not hold an http(s) address without a user name or password'
  try {
    const signal = AbortSignal.timeout(timeout * 1000)
    const answer = await fetch(target, { method: 'POST', redirect: 'manual', headers, body, signal })
    await answer.body?.cancel()
    if (answer.ok) return undefined
    return answer.status >= 300 && answer.status < 400
      ? `answered ${answer.status}: redirects are not followed`
      : `answered ${answer.status}`
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') return `took more than ${timeout} s and was given up`
    const { code } = ((error as Error).cause ?? {}) as NodeJS.ErrnoException
    return `cannot be reached${code === undefined ? '' : ` (${code})`}`
  }
}
