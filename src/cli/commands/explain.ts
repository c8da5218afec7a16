import type { Decision } from '../../model/discrepancy.ts'
import { EXIT, FatalError } from '../../model/errors.ts'
import type { Selector } from '../../model/span.ts'
import type { Check } from '../../model/stage.ts'
import { visible } from '../../report/characters.ts'
import { reviewedFlags } from '../../run/reviewed.ts'
import type { StoredFlag } from '../../store/store.ts'
import { logOf } from '../log.ts'
import { print } from '../output.ts'
import { partsOf, pluginsOf } from '../plugins.ts'
import type { Options } from '../spec.ts'
import { withStore } from '../store.ts'
import { teamGiven } from '../team.ts'
import { flagBy } from './flag-by.ts'

/** `errata explain`: a check's documentation, or one stored flag in full. Returns the exit code. */
export async function explainCommand([given = '']: readonly string[], options: Options): Promise<number> {
  const { checks } = await partsOf(options)
  const check = checks.find(({ id }) => id === given)
  if (check) {
    await print(aboutCheck(check))
    return EXIT.done
  }
  if (!/^[0-9a-f]{4,32}$/.test(given))
    throw new FatalError(
      `${given}: no such check, and no fingerprint of a flag (its first 4 or more characters); the checks are ${checks.map(({ id }) => id).join(', ')}`,
      EXIT.usage,
    )
  return withStore(options, async store => {
    const { flag } = await flagBy(store, given, String(options['db']))
    const file = typeof options['suppressions'] === 'string' ? options['suppressions'] : undefined
    const team = await teamGiven(file, await pluginsOf(options), logOf(options))
    for await (const reviewed of reviewedFlags(store, team, { only: flag.at.doc }))
      if (reviewed.flag.fingerprint === flag.fingerprint) await print(visible(aboutFlag(reviewed)))
    return EXIT.done
  })
}

const aboutCheck = ({ id, severity, title, why, examples }: Check): string =>
  [
    `${id} (${severity}): ${title}`,
    '',
    why,
    '',
    'Flagged, where [[marked]]:',
    ...examples.flagged.map(example => `  ${example}`),
    '',
    'Not flagged:',
    ...examples.clean.map(example => `  ${example}`),
    '',
  ].join('\n')

function aboutFlag({ flag, status, decision, reopened }: StoredFlag): string {
  const { check, severity, confidence, at, message, suggestion, evidence, knowledge, subject, fingerprint } = flag
  const lines = [
    `${check} (${severity}, confidence ${confidence}, ${status}) in ${at.doc} at ${at.start}-${at.end}`,
    `  ${message}`,
    snippet(at),
  ]
  if (suggestion !== undefined) lines.push(`Suggested: ${suggestion}`)
  for (const { role, note, at: place } of evidence)
    lines.push(`${role}: ${note} (${place.doc} at ${place.start}-${place.end})`, snippet(place))
  lines.push(`subject: ${subject}`)
  for (const { fact, source, version } of knowledge) lines.push(`known: ${fact} (${source}, tables of ${version})`)
  if (decision) lines.push(said(decision))
  if (reopened) lines.push(`re-opened: ${reopened.because}`, `before that ${said(reopened.decision)}`)
  lines.push(`fingerprint ${fingerprint}`, '')
  return lines.join('\n')
}

/** The words with what stands around them, on one line. */
const snippet = ({ quote: { prefix, exact, suffix } }: Selector): string =>
  `  \u2026${`${prefix}[${exact}]${suffix}`.replaceAll(/\s+/g, ' ')}\u2026`

const said = ({ verdict, reviewer, at, note, corrected }: Decision): string =>
  `${verdict} by ${reviewer} on ${at}${corrected ? `, should be \u201c${corrected}\u201d` : ''}${note ? `: ${note}` : ''}`
