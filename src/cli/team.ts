import { possible } from '../run/nearest.ts'
import type { PluginRef } from '../run/plugin.ts'
import { teamFile } from '../run/reviewed.ts'
import type { Suppressions } from '../run/suppressions.ts'
import type { Log } from './log.ts'

/**
 * The team's file, when there is one. A rule for a check that there is not dismisses nothing, and is warned of: it is no reason to
 * stop, since the check may be that of a plugin which only some runs load.
 * @param plugins those that the command loads
 * @throws FatalError 2 naming the file and what is wrong with it
 */
export async function teamGiven(
  file: string | undefined,
  plugins: readonly PluginRef[],
  log: Log,
): Promise<Suppressions | undefined> {
  const team = await teamFile(file)
  const named = (team?.rules ?? []).flatMap(({ check }, index) => (check === undefined ? [] : [{ check, index }]))
  if (named.length === 0) return team
  const { checks } = await (await import('../run/parts.ts')).partsWith(plugins)
  const known = checks.map(({ id }) => id)
  for (const { check, index } of named)
    if (!known.includes(check))
      log.warn(
        `${file}: rules.${index}.check: there is no check \u201c${check}\u201d unless a plugin brings it, and the rule dismisses nothing${possible(check, known)}`,
      )
  return team
}
