import { type Mention, mention } from '../model/mention.ts'
import type { ExtractContext, Extractor } from '../model/stage.ts'

/** Sectors, and the words for them; the canonical name is the first. Adjectives and nouns as reports print them. */
const SECTORS: Readonly<Record<string, string>> = {
  'Financial services':
    'banking|banks?|financial services|financial institutions?|financial|finance|insurance|insurers?|fintech|credit unions?|FIs',
  Healthcare: 'healthcare|health care|hospitals?|medical|pharmaceuticals?|biotech|life sciences|health',
  Government: 'governments?|governmental|public|government agencies|government entities|government bodies|diplomatic',
  Defense: 'defen[sc]e|defen[sc]e industrial base|aerospace|military|aviation|naval|space',
  Energy:
    'energy|oil and gas|oil & gas|utilities|utility|power|electricity|nuclear|petrochemical|gas pipeline|public utilities',
  Education: 'education|educational|academia|universities|higher education|academic|schools?',
  Technology: 'technology|IT|information technology|software|semiconductors?|cybersecurity|hi-?tech|high-?tech',
  Telecommunications: 'telecommunications?|telecoms?|ISPs',
  Manufacturing: 'manufacturing|industrial|automotive|chemicals?|electronics|engineering',
  Retail: 'retail|e-?commerce|retailers|consumer goods|food and beverage|wholesale',
  Transportation: 'transportation|logistics|shipping|maritime|airlines?|rail|transport|supply chains?',
  Hospitality: 'hospitality|hotels?|travel|tourism',
  Media: 'media|entertainment|broadcast(?:ing)?|news media|publishing|gaming|video games?',
  Legal: 'legal|law firms?|business services|professional services|accounting|consulting',
  Construction: 'construction|real estate|mining|agricultur(?:e|al)|food',
  'Critical infrastructure': 'critical infrastructures?|water|critical national infrastructure',
}

const HEAD =
  '(?:sectors?|industr(?:y|ies)|verticals?|compan(?:y|ies)|organi[sz]ations?|firms?|providers?|institutions?)'
/** Words that name a sector without "sector" after them. */
const ALONE =
  /^(?:banking|e-?commerce|healthcare|financial institutions?|financial services|critical infrastructures?|aerospace|telecommunications|manufacturing|FIs|pharmaceuticals?)$/i

const entries = Object.entries(SECTORS).map(([canonical, words]) => ({
  canonical,
  words: new RegExp(`^(?:${words})$`, 'i'),
}))
const PATTERN = new RegExp(`\\b(?:${Object.values(SECTORS).join('|')})(?: ${HEAD})?\\b`, 'gi')
const TAIL = new RegExp(` ${HEAD}$`, 'i')

/** Sectors of the economy: "banking", "the energy sector", "chemical companies". */
export const sector: Extractor<'sector'> = {
  id: 'sector',
  finds: ['sector'],
  *extract({ doc, text }: ExtractContext): Generator<Mention<'sector'>> {
    for (const match of text.matchAll(PATTERN)) {
      const word = match[0].replace(TAIL, '')
      if (word === match[0] && !ALONE.test(word)) continue
      const canonical = entries.find(({ words }) => words.test(word))?.canonical
      if (canonical) yield mention(doc, 'sector', 'sector', match.index, match.index + match[0].length, { canonical })
    }
  },
}
