import { isNumbered } from '../knowledge/word-tables.ts'
import type { Finding } from '../model/discrepancy.ts'
import type { Span } from '../model/span.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { oneEdit } from './near-words.ts'

/** "Intel 471", "Qihoo 360", "COVID-19": a name whose last part is a number. */
const NAME =
  /(?<![\w.,/\\@#=&%$-])([A-Z][A-Za-z]{1,20})([ -])([1-9]\d{1,4})(?![\w%/\\@=_]|[-.,:]\d|[ -](?:percent|million|billion|thousand|years?|days?|hours?))/g

/** Makers number their models behind letters: "GTX 1660". */
const MODEL = /^[A-Z]+$/

/** A year, which many a name has behind it. */
const YEAR = /^(?:19|20)\d\d$/

/** So often must the usual one stand; the odd one stands once. */
export const USUAL = 3

/** Evidence places that a flag shows. */
const SHOWN = 5

function* findings({ text, select, sentence }: CheckContext): Generator<Finding> {
  const byName = new Map<string, Map<string, Span[]>>()
  for (const match of text.matchAll(NAME)) {
    const [words, name = '', joint = '', number = ''] = match
    if (YEAR.test(number) || isNumbered(name) || (joint === ' ' && MODEL.test(name))) continue
    const key = `${name}${joint}`
    const numbers = byName.get(key) ?? new Map<string, Span[]>()
    byName.set(key, numbers)
    const places = numbers.get(number)
    const place = { start: match.index, end: match.index + words.length }
    if (places) places.push(place)
    else numbers.set(number, [place])
  }
  for (const [key, numbers] of byName) {
    // With a third number the name is a series.
    if (numbers.size !== 2) continue
    const [[odd, [place, again]] = ['', []], [usual, places] = ['', []]] = [...numbers].sort(
      ([, a], [, b]) => a.length - b.length,
    )
    if (!place || again || places.length < USUAL) continue
    const edit = oneEdit(odd, usual)
    if (edit === undefined || (edit.kind === 'substitute' && odd.length < 3 && !key.endsWith('-'))) continue
    // Neighbours in number are two of a series: one digit one up or down (Kirin 970 and 980).
    if (/^1?0*$/.test(String(Math.abs(Number(odd) - Number(usual))))) continue
    const here = sentence(place.start).start
    if (places.some(({ start }) => sentence(start).start === here)) continue
    yield {
      confidence: 80,
      at: select(place),
      subject: `name:${key.toLowerCase()}${odd}`,
      message: `\u201c${key}${odd}\u201d stands here only; the article writes ${key}${usual} ${places.length} times. Is it a slip?`,
      suggestion: `${key}${usual}`,
      evidence: places.slice(0, SHOWN).map(at => ({ role: 'for', note: `${key}${usual} here`, at: select(at) })),
    }
  }
}

/** A name with a number that is once another one. */
export const numberedName: Check = {
  id: 'numbered-name',
  severity: 'warning',
  needs: ['numbered'],
  title: 'The number in a name is once another one',
  why:
    'Catches \u201cIntel 479\u201d in an article that writes Intel 471 again and again. Products, standards and other series, years and neighbouring numbers are ' +
    'left alone. Wrong when there really are two things of that name.',
  examples: {
    flagged: [
      'Intel 471 said so. Experts of Intel 471 saw it. Intel 471 is a firm. It was [[Intel 479]] that told us.',
      'COVID-19 is here. Mails on COVID-19 lure users. COVID-19 is news. Beware of [[COVID-89]] mails.',
    ],
    clean: [
      'GTX 1660 is new. GTX 1660 is dear. Few have GTX 1660. GTX 1060 is old.',
      'Qihoo 360 said so. Qihoo 360 is a firm. Qihoo 360 and Qihoo 380 are alike.',
      'Windows 10 is safe. Windows 10 is new. Windows 10 sells. Windows 70 is not.',
      'Intel 471 said so. Experts of Intel 471 saw it. Intel 471 is a firm. Intel 2019 was a fair.',
      'Kirin 980 is fast. Kirin 980 runs. Kirin 980 sells. Kirin 970 is slow.',
      'Ward 113 is shut. Ward 113 is full. Ward 113 is dark. Ward 114 is open.',
    ],
  },
  run: findings,
}
