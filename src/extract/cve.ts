import { type Mention, mention } from '../model/mention.ts'
import type { ExtractContext, Extractor } from '../model/stage.ts'
import { CVE, cveId } from '../normalise/cve.ts'
import { matches } from '../normalise/matches.ts'

/** Identifiers of vulnerabilities. */
export const cve: Extractor<'cve'> = {
  id: 'cve',
  finds: ['cve'],
  anyLanguage: true,
  *extract({ doc, text }: ExtractContext): Generator<Mention<'cve'>> {
    for (const match of matches(CVE, text))
      yield mention(doc, 'cve', 'cve', match.index, match.index + match[0].length, { id: cveId(match[0]) })
  },
}
