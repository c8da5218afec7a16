import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { NONE } from './once.ts'
import { signsOf } from './signs.ts'

/** Cyrillic and Greek letters that look like Latin ones, and those (Unicode confusables.txt, the letters of one stroke pattern). */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  \u0430: 'a',
  \u0441: 'c',
  \u0501: 'd',
  \u0435: 'e',
  \u04bb: 'h',
  \u0456: 'i',
  \u0458: 'j',
  \u043e: 'o',
  \u0440: 'p',
  \u0455: 's',
  \u0445: 'x',
  \u0443: 'y',
  \u0410: 'A',
  \u0412: 'B',
  \u0421: 'C',
  \u0415: 'E',
  \u041d: 'H',
  \u0406: 'I',
  \u0408: 'J',
  \u041a: 'K',
  \u041c: 'M',
  \u041e: 'O',
  \u0420: 'P',
  \u0405: 'S',
  \u0422: 'T',
  \u0425: 'X',
  \u0391: 'A',
  \u0392: 'B',
  \u0395: 'E',
  \u0396: 'Z',
  \u0397: 'H',
  \u0399: 'I',
  \u039a: 'K',
  \u039c: 'M',
  \u039d: 'N',
  \u039f: 'O',
  \u03a1: 'P',
  \u03a4: 'T',
  \u03a5: 'Y',
  \u03a7: 'X',
  \u03bf: 'o',
  \u03b1: 'a',
  \u03bd: 'v',
  \u03c1: 'p',
  \u03b9: 'i',
  \u0261: 'g',
  \u0131: 'i',
}

/** Words that mix Latin letters with Cyrillic or Greek ones. */
const WORD = /[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f\u0261]{2,60}/g
const LATIN = /[A-Za-z]/
const FOREIGN = /[\u0370-\u03ff\u0400-\u052f\u0261]/

/** An article with more such words shows the trick on purpose. */
const FEW = 2

/** Characters of no width between two Latin letters or digits; joiners have their use in other scripts only. */
const INVISIBLE = /(?<=[A-Za-z0-9])[\u200b-\u200d\u2060\ufeff]{1,8}(?=[A-Za-z0-9])/g

/** Controls that turn the direction of text. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** Any unit that this check is about: most articles hold none. */
const STRANGE = /[\u0261\u0370-\u03ff\u0400-\u052f\u200b-\u200d\u202a-\u202e\u2060\u2066-\u2069\ufeff]/

const hex = (unit: string): string => `U+${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

function* mixed({ doc: { text }, select }: CheckContext): Generator<Finding> {
  if (!FOREIGN.test(text)) return
  const words = [...text.matchAll(WORD)].filter(([word]) => FOREIGN.test(word) && LATIN.test(word))
  if (new Set(words.map(([word]) => word)).size > FEW) return
  for (const match of words) {
    const word = match[0]
    const foreign = [...word].filter(letter => FOREIGN.test(letter))
    if (foreign.some(letter => LOOK_ALIKE[letter] === undefined)) continue
    const plain = [...word].map(letter => LOOK_ALIKE[letter] ?? letter).join('')
    yield {
      confidence: 95,
      at: select({ start: match.index, end: match.index + word.length }),
      subject: `name:${plain.toLowerCase()}`,
      message:
        `\u201c${word}\u201d looks like \u201c${plain}\u201d, but ${foreign.map(letter => `\u201c${letter}\u201d is ${hex(letter)}`).join(' and ')}: ` +
        'a letter of another script. Searches for the name will miss it.',
      suggestion: plain,
      evidence: [],
    }
  }
}

function* hidden({ doc: { text }, select, sentence }: CheckContext): Generator<Finding> {
  for (const match of text.matchAll(INVISIBLE)) {
    const start =
      match.index - (/[A-Za-z0-9]{1,30}$/.exec(text.slice(Math.max(0, match.index - 30), match.index))?.[0].length ?? 0)
    const after = match.index + match[0].length
    const end = after + (/^[A-Za-z0-9]{1,30}/.exec(text.slice(after, after + 30))?.[0].length ?? 0)
    const plain = text.slice(start, match.index) + text.slice(after, end)
    yield {
      confidence: 90,
      at: select({ start, end }),
      subject: `name:${plain.toLowerCase()}`,
      message: `\u201c${plain}\u201d holds a character that does not show (${hex(match[0])}). Searches for the word will miss it.`,
      suggestion: plain,
      evidence: [],
    }
  }
  for (const match of text.matchAll(DIRECTION)) {
    const { start, end } = sentence(match.index)
    if (RIGHT_TO_LEFT.test(text.slice(start, end))) continue
    yield {
      confidence: 85,
      at: select({ start: match.index, end: match.index + 1 }),
      subject: `direction:${hex(match[0])}`,
      message: `A control that turns the direction of writing (${hex(match[0])}) stands in a line without right-to-left script: what is shown is not what is stored.`,
      evidence: [],
    }
  }
}

/** A name holds letters of another script or characters that do not show. */
export const confusableName: Check = {
  id: 'confusable-name',
  severity: 'warning',
  anyLanguage: true,
  needs: ['foreign'],
  title: 'A word holds letters of another script, or characters that do not show',
  why:
    'Catches Cyrillic or Greek letters inside Latin words, characters of no width inside words, and controls that turn the direction of ' +
    'writing. Wrong when the article shows such a trick on purpose.',
  examples: {
    flagged: [
      'The mail came from [[Mi\u0441rosoft]] support.',
      'The word [[pay\u200bpal]] is split.',
      'The file was named invoice[[\u202e]]fdp.exe by the sender.',
    ],
    clean: [
      '\u041c\u043e\u0441\u043a\u0432\u0430 is Moscow, \u03b1 is alpha.',
      'Plain words only, na\u00efve caf\u00e9.',
    ],
  },
  run: context =>
    signsOf(context.doc.text).foreign && STRANGE.test(context.doc.text)
      ? [...mixed(context), ...hidden(context)]
      : NONE,
}
