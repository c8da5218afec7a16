import { signsOf } from './signs.ts'
import { isPlainCapital } from './units.ts'

/** A bracket with two to six capitals. */
const BRACKET = /[ \u00a0]\(([A-Z]{2,6})\)/y

/** Brackets with an acronym and the space before them. */
export function brackets(text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  for (const mark of signsOf(text).marks) {
    if (mark === 0 || !isPlainCapital(text.charCodeAt(mark + 1)) || !isPlainCapital(text.charCodeAt(mark + 2))) continue
    BRACKET.lastIndex = mark - 1
    const match = BRACKET.exec(text)
    if (match) found.push(match)
  }
  return found
}

/** An acronym by itself, no part of a longer name or an address; read from where capitals stand. */
const ALONE = /(?<![\w./\\@#&_-])[A-Z]{3,6}(?![\w/\\@_&-]|\.\w)/y

/** The acronyms of a text by spelling, and where they stand. */
export function acronyms(text: string): Map<string, number[]> {
  const found = new Map<string, number[]>()
  const runs = signsOf(text).capitals
  for (let at = 0; at < runs.length; at += 2) {
    const start = runs[at] ?? 0
    const most = runs[at + 1] ?? 0
    let end = start
    while (end < most && isPlainCapital(text.charCodeAt(end))) end++
    if (end - start < 3 || end - start > 6) continue
    ALONE.lastIndex = start
    if (!ALONE.test(text)) continue
    const word = text.slice(start, end)
    const places = found.get(word)
    if (places) places.push(start)
    else found.set(word, [start])
  }
  return found
}

/** Acronyms that are another one's with two neighbours swapped, both in use. */
export const IN_USE: ReadonlySet<string> = new Set(
  (
    'NAS NSA APT ATP SMS MSS CMS CSM SCM RAT ART SIM ISM AMS MAS ASP SAP PSA SPA CIA CAI ICA ACL CAL IOS ISO SOC OSC ' +
    'POS PSO OPS FSB FBS TSA STA DOS DSO DNS DSN SEC ESC CES ICS CIS SIS CSI API PIA AIP EDR DER ERP REP USB UBS SBU HTML CPU PHP HPP'
  ).split(' '),
)
