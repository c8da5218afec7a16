import { EXIT, FatalError } from '../model/errors.ts'
import { LIMITS, type Limits, limitsOf } from '../model/limits.ts'
import type { Options } from './spec.ts'

/** Limits from a command line, `seconds=20,tokens=2000000`. @throws FatalError 2 for one that there is not, or that makes no sense */
export async function limitsGiven({ limits }: Options): Promise<Limits> {
  if (!Array.isArray(limits)) return LIMITS
  const [{ limitsSchema }, { faultsOf }] = await Promise.all([
    import('../run/limits-schema.ts'),
    import('../run/schema-words.ts'),
  ])
  const given = limits.map(word => {
    const [name = '', ...rest] = String(word).split('=')
    const value = rest.join('=')
    // A blank would be the number 0.
    return [name.trim(), value.trim() === '' ? Number.NaN : Number(value)]
  })
  const asked = Object.fromEntries(given)
  const { data, error } = limitsSchema.safeParse(asked)
  const [fault] = error ? faultsOf(limitsSchema, error, asked) : []
  if (fault) throw new FatalError(`--limits ${fault.path.join('.')}: ${fault.words}`, EXIT.usage)
  return limitsOf(data)
}
