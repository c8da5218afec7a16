/** Sectors by canonical name, and the words for them: adjectives and nouns as reports print them. Patterns without nested groups, in any case. */
export const SECTORS: Readonly<Record<string, string>> = {
  'Financial services':
    'banking|banks?|financial services|financial institutions?|financial transaction services|financials?|finance|insurance|insurers?|fintech|credit unions?|FIs|payment services|investment|brokerages?|cryptocurrency',
  Healthcare:
    'healthcare|health care|public health|hospitals?|medical|pharmaceuticals?|biotech(?:nology)?|life sciences|health|medicine',
  Government:
    'governments?|governmental|public(?: sector)?|government agenc(?:y|ies)|government entit(?:y|ies)|government bod(?:y|ies)|diplomatic|diplomats|law enforcement|law enforcement agenc(?:y|ies)|embassies|politic(?:al|ians)',
  Defense:
    'defen[sc]e industrial base|defen[sc]e|aerospace|military|aviation|naval(?: technology| defen[sc]e)?|space(?: technology)?',
  Energy:
    'energy|energetic|oil and gas|oil & gas|oil|gas|public utilities|utilities|utility|power|electricity|nuclear|petrochemicals?|gas pipeline|renewables?|petroleum',
  Education: 'higher education|education(?:al)?|academia|universities|academic|schools?|research',
  Technology:
    'high-?tech(?:nology)?|hi-?tech|information technology|information security|cyber ?security|technolog(?:y|ical)|IT|software|semiconductors?|internet|tech',
  Telecommunications: 'telecommunications?|telecoms?|ISPs|satellite|communications',
  Manufacturing:
    'manufacturing|industrial|automotive|chemicals?|electronics|mechanical engineering|engineering|textiles?|steel|machinery|heavy industry',
  Retail: 'retail|(?:e|E)[-\u2011]?commerce|retailers|consumer goods|food and beverage|wholesale|fashion|shopping',
  Transportation:
    'transportation|transport|logistics?|shipping|maritime|airlines?|railways?|supply chains?|freight|courier|travel',
  Hospitality: 'hospitality|hotels?|tourism|restaurants?|leisure|gambling|casinos?',
  Media:
    'media and entertainment|news media|media|entertainment|broadcast(?:ing)?|publishing|gaming|video games?|journalism|advertising|marketing|sports',
  'Business services':
    'business services|professional services|legal|law|accounting|consulting|human resources|recruitment',
  Construction: 'construction|real estate|mining|agricultur(?:e|al)|food|architecture',
  'Critical infrastructure': 'critical (?:national )?infrastructures?|water|wastewater|emergency services',
  'Non-profit': 'non-?profits?|NGOs|charit(?:y|ies)|non-governmental|think tanks',
}

/** Words that name a sector wherever they stand. */
export const ALONE =
  /^(?:banking|e[-\u2011]?commerce|financial institutions|financial services|critical infrastructures?|aerospace|FIs|defen[sc]e industrial base|supply chains|public utilities|business services|law enforcement agencies|government bod(?:y|ies)|government entit(?:y|ies))$/i

/** Words that name a sector where nothing they could describe follows. */
export const AT_END =
  /^(?:healthcare|health care|manufacturing|telecommunications|transportation|pharmaceuticals|logistics|aviation|hospitality|academia|hospitals)$/i

/** The alternatives of a pattern. */
export const alternatives = (pattern: string): string[] => pattern.split(/\|(?![^(]*\))/)

/** What may be left out or be one of several in a pattern: "(?:a|b)", "[ab]" or a letter, and a question mark. */
const VARIES = /\(\?:([^)]*)\)(\??)|\[([^\]]*)\](\??)|(.)\?/

/** Every spelling that an alternative stands for, in small letters. */
export function spellings(pattern: string): string[] {
  const found = VARIES.exec(pattern)
  if (!found) return [pattern.toLowerCase()]
  const [whole, group, groupMark, units, unitMark, unit] = found
  const choices = group?.split('|') ?? (units === undefined ? [unit ?? ''] : [...units])
  if (groupMark !== '' && unitMark !== '') choices.push('')
  return choices.flatMap(choice =>
    spellings(pattern.slice(0, found.index) + choice + pattern.slice(found.index + whole.length)),
  )
}
