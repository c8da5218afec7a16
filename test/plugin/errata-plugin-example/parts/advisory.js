import { mention } from 'errata'

/** Ids of GitHub's security advisories. @type {import('errata').Extractor<'cve'>} */
export const advisory = {
  id: 'example-advisory',
  finds: ['cve'],
  anyLanguage: true,
  *extract({ doc, text }) {
    for (const match of text.matchAll(/\bGHSA(?:-[23456789cfghjmpqrvwx]{4}){3}\b/g)) {
      const [id] = match
      yield mention(doc, 'example-advisory', 'cve', match.index, match.index + id.length, { id })
    }
  },
}
