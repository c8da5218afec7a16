import { EXIT, FatalError } from '../model/errors.ts'
import { LIMITS, type Limits, limitsOf } from '../model/limits.ts'
import type { Options } from './spec.ts'

/** Limits from a command line, `seconds=20,tokens=2000000`. @throws FatalError 2 for one that there is not, or that makes no sense */
export async function limitsGiven({ limits }: Options): Promise<Limits> {
  if (!Array.isArray(limits)) return LIMITS
  const { limitsSchema } = await import('../run/limits-schema.ts')
  const given = limits.map(word => {
    const [name = '', ...rest] = String(word).split('=')
    const value = rest.join('=')
    // A blank would be the number 0.
    return [name.trim(), value.trim() === '' ? Number.NaN : Number(value)]
  })
  const { data, error } = limitsSchema.safeParse(Object.fromEntries(given))
  const [issue] = error?.issues ?? []
  if (issue) throw new FatalError(`--limits ${[...issue.path, ''].join(': ')}${issue.message}`, EXIT.usage)
  return limitsOf(data)
}
