import { EXIT } from '../../model/errors.ts'
import { visibleLine } from '../../report/characters.ts'
import { tally } from '../../report/words.ts'
import { verify } from '../../run/verify.ts'
import { print } from '../output.ts'
import type { Options } from '../spec.ts'
import { withStore } from '../store.ts'

/** `errata verify`: the database and its provenance. Returns the exit code: 78 when anything is wrong. */
export async function verifyCommand(options: Options): Promise<number> {
  return withStore(options, async store => {
    let faults = 0
    const lines: string[] = []
    const { revisions, mentions, claims, flags } = await verify(store, ({ where, what }) => {
      faults++
      if (lines.length < SHOWN) lines.push(`${visibleLine(`${where}: ${what}`)}\n`)
    })
    for (const line of lines) await print(line)
    if (faults > lines.length) await print(`… and ${faults - lines.length} more\n`)
    await print(
      `${faults === 0 ? 'sound' : tally(faults, 'fault')}: ${tally(revisions, 'document')}, ${tally(mentions, 'mention')}, ${tally(claims, 'claim')}, ${tally(flags, 'flag')} re-read from their raw sources\n`,
    )
    return faults === 0 ? EXIT.done : EXIT.database
  })
}

/** Faults printed; a damaged page can break thousands of rows. */
const SHOWN = 200
