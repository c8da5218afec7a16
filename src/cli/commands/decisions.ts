import { type Correction, holding } from '../../model/correction.ts'
import { EXIT } from '../../model/errors.ts'
import { visible } from '../../report/characters.ts'
import { tally } from '../../report/words.ts'
import { importDecisions, saveDecisions } from '../../review/exchange.ts'
import { reviewedFlags } from '../../run/reviewed.ts'
import { ruleWords } from '../../run/rules.ts'
import { SUPPRESSIONS_FILE } from '../../run/suppressions.ts'
import type { StoredFlag } from '../../store/store.ts'
import { logOf } from '../log.ts'
import { print } from '../output.ts'
import type { Options } from '../spec.ts'
import { withStore } from '../store.ts'
import { teamGiven } from '../team.ts'

/** `errata decide import`: decisions of a file. Returns the exit code. */
export const importCommand = ([file = '']: readonly string[], options: Options): Promise<number> =>
  withStore(options, async store => {
    const { decisions, corrections, rules } = await importDecisions(store, file)
    const log = logOf(options)
    log.info(`${file}: in the store are ${tally(decisions, 'decision')} and ${tally(corrections, 'correction')}`)
    if (rules > 0) log.info(`left in the file: ${tally(rules, 'rule')}; name it with --suppressions`)
    return EXIT.done
  })

/** `errata decide save`: the team's file with what the store holds. Returns the exit code. */
export const saveCommand = ([file = SUPPRESSIONS_FILE]: readonly string[], options: Options): Promise<number> =>
  withStore(options, async store => {
    const { decisions, withdrawn } = await saveDecisions(store, file)
    const taken =
      withdrawn === 0 ? '' : `, and ${withdrawn} that the file had and that ${withdrawn === 1 ? 'is' : 'are'} withdrawn`
    logOf(options).info(`${file}: ${tally(decisions, 'decision')}${taken}`)
    return EXIT.done
  })

/** `errata decide list`: decided flags, then rules with the number they dismiss, then corrections. Returns the exit code. */
export const listCommand = (options: Options): Promise<number> =>
  withStore(options, async store => {
    const { suppressions } = options
    const team = await teamGiven(typeof suppressions === 'string' ? suppressions : undefined, [], logOf(options))
    const dismissed = new Map((team?.rules ?? []).map(rule => [rule, 0]))
    const say = (words: string): Promise<void> => print(`${visible(words)}\n`)
    for await (const stored of reviewedFlags(store, team)) {
      const { rule, decision, reopened } = stored
      if (rule) dismissed.set(rule, (dismissed.get(rule) ?? 0) + 1)
      else if (decision ?? reopened) await say(decided(stored))
    }
    for (const [rule, n] of dismissed) await say(`rule, dismisses ${n}: ${ruleWords(rule)}`)
    for (const line of holding([...(team?.corrections ?? []), ...(await store.corrections())]))
      await say(corrected(line))
    return EXIT.done
  })

function decided({ flag, status, decision, reopened }: StoredFlag): string {
  const { fingerprint, check, at } = flag
  const { reviewer, corrected, note } = decision ?? {}
  const said = [
    `by ${reviewer}`,
    ...(corrected ? [`\u201c${corrected}\u201d should stand there`] : []),
    ...(note ? [note] : []),
  ]
  const why = reopened ? `re-opened, ${reopened.because}` : said.join(', ')
  return `${fingerprint.slice(0, 8)} ${status} ${check} \u201c${at.quote.exact}\u201d in ${at.doc}: ${why}`
}

function corrected(line: Correction): string {
  if (line.kind === 'document') return `forgotten: ${line.doc}, by ${line.reviewer}`
  const where = line.doc === undefined ? '' : ` in ${line.doc}`
  return `corrected: \u201c${line.words}\u201d${where} is ${line.entity ?? 'no entity'}, by ${line.reviewer}`
}
