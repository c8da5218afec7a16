import { holding } from '../../model/correction.ts'
import { EXIT } from '../../model/errors.ts'
import { visible } from '../../report/characters.ts'
import { tally } from '../../report/words.ts'
import { importDecisions, saveDecisions } from '../../review/exchange.ts'
import { reviewedFlags, teamFile } from '../../run/reviewed.ts'
import { ruleWords } from '../../run/rules.ts'
import { SUPPRESSIONS_FILE } from '../../run/suppressions.ts'
import { openExisting } from '../../store/open.ts'
import type { Store } from '../../store/store.ts'
import { logOf } from '../log.ts'
import { print } from '../output.ts'
import type { Options } from '../spec.ts'

async function withStore(options: Options, work: (store: Store) => Promise<void>): Promise<number> {
  const store = openExisting(String(options['db']))
  try {
    await work(store)
    return EXIT.done
  } finally {
    await store.close()
  }
}

/** `errata decide import`: decisions of a file. Returns the exit code. */
export const importCommand = ([file = '']: readonly string[], options: Options): Promise<number> =>
  withStore(options, async store => {
    const { decisions, corrections, rules } = await importDecisions(store, file)
    const log = logOf(options)
    log.info(`${file}: in the store are ${tally(decisions, 'decision')} and ${tally(corrections, 'correction')}`)
    if (rules > 0) log.info(`left in the file: ${tally(rules, 'rule')}; name it with --suppressions`)
  })

/** `errata decide save`: the team's file with what the store holds. Returns the exit code. */
export const saveCommand = ([file = SUPPRESSIONS_FILE]: readonly string[], options: Options): Promise<number> =>
  withStore(options, async store => {
    logOf(options).info(`${file}: ${tally(await saveDecisions(store, file), 'decision')}`)
  })

/** `errata decide list`: decided flags, then rules with the number they dismiss, then corrections. Returns the exit code. */
export const listCommand = (options: Options): Promise<number> =>
  withStore(options, async store => {
    const { suppressions } = options
    const team = await teamFile(typeof suppressions === 'string' ? suppressions : undefined)
    const dismissed = new Map((team?.rules ?? []).map(rule => [rule, 0]))
    for await (const { flag, status, decision, reopened, rule } of reviewedFlags(store, team)) {
      if (rule) dismissed.set(rule, (dismissed.get(rule) ?? 0) + 1)
      else if (decision ?? reopened)
        await print(
          visible(
            `${flag.fingerprint.slice(0, 8)} ${status} ${flag.check} \u201c${flag.at.quote.exact}\u201d in ${flag.at.doc}: ${
              reopened
                ? `re-opened, ${reopened.because}`
                : `by ${decision?.reviewer}${decision?.corrected ? `, \u201c${decision.corrected}\u201d should stand there` : ''}${decision?.note ? `, ${decision.note}` : ''}`
            }\n`,
          ),
        )
    }
    for (const [rule, n] of dismissed) await print(visible(`rule, dismisses ${n}: ${ruleWords(rule)}\n`))
    for (const line of holding([...(team?.corrections ?? []), ...(await store.corrections())]))
      await print(
        visible(
          line.kind === 'document'
            ? `forgotten: ${line.doc}, by ${line.reviewer}\n`
            : `corrected: \u201c${line.words}\u201d${line.doc ? ` in ${line.doc}` : ''} is ${line.entity ?? 'no entity'}, by ${line.reviewer}\n`,
        ),
      )
  })
