import { isWord } from '../knowledge/words.ts'
import { type Mention, mention } from '../model/mention.ts'
import { indexAt } from '../model/span.ts'
import type { ExtractContext, Extractor, NameHit } from '../model/stage.ts'
import { likeliest } from './candidates.ts'
import { glued, isStart } from './found.ts'
import { introductions } from './introduced.ts'
import { type Token, tokens, tokensOf } from './tokens.ts'
import { trigger } from './triggers.ts'

/** Nouns that say of the name beside them that it is a tool. */
const KIND =
  /^(?:tools?|toolkits?|utility|utilities|builders?|crypters?|packers?|scanners?|frameworks?|miners?|kits?|commands?)$/i

/** Kinds that make a name they follow twice a tool's: "tool" and "framework" alone follow firms' names too. */
const MADE = trigger('builder builders crypter crypters packer packers toolkit toolkits kit kits'.split(' '))

/** How often an article must call a name a builder or packer before it counts as one. */
const TWICE = 2

/** Programs that hardly anybody names as an attacker's tool: languages, shells and remote desktops of everyday use. */
const EVERYDAY = new Set([
  'tool/powershell',
  'tool/autoit',
  'tool/autohotkey',
  'tool/teamviewer',
  'tool/at',
  'tool/tor',
  'tool/cmd',
  'tool/rundll32',
  'tool/regsvr32',
])

/** Tools: programs of the knowledge base, ordinary words beside a cue, and builders or packers that the article names. */
export const tool: Extractor<'tool'> = {
  id: 'tool',
  finds: ['tool'],
  anyLanguage: true,
  *extract(context: ExtractContext): Generator<Mention<'tool'>> {
    const { doc, text, names } = context
    const known = names.filter(hit => isTool(hit, text))
    const shown = new Set(known.filter(hit => isShown(hit, context)).map(hit => spelt(hit, text)))
    const taken = new Set<number>()
    for (const hit of known) {
      const best = likeliest(hit, text, 'tool')
      if (!best || !shown.has(spelt(hit, text))) continue
      taken.add(hit.start)
      yield mention(doc, 'tool', 'tool', hit.start, hit.end, { canonical: best.entity.name }, best.entity.id)
    }
    const coined = coinedTools(context)
    if (coined.size === 0) return
    for (const { start, end, text: word } of tokensOf(context).marked)
      if (coined.has(word) && !taken.has(start) && !glued(text, start, end))
        yield mention(doc, 'tool', 'tool', start, end, { canonical: word })
  },
}

const spelt = ({ start, end }: NameHit, text: string): string => text.slice(start, end).toLowerCase()

/** A name of a program, and of no family of malware or group. */
function isTool({ start, end, candidates }: NameHit, text: string): boolean {
  if (!candidates.some(({ entity }) => entity.type === 'tool' && !EVERYDAY.has(entity.id))) return false
  if (candidates.some(({ entity, name }) => entity.type !== 'tool' && name.match !== 'context')) return false
  // ".NET" is no program.
  return text[start - 1] !== '.' && !glued(text, start, end)
}

function isShown(hit: NameHit, context: ExtractContext): boolean {
  const words = context.text.slice(hit.start, hit.end)
  if (/\p{Ll}\p{Lu}/u.test(words)) return true
  const plain = hit.candidates.some(({ entity, name }) => entity.type === 'tool' && name.match !== 'context')
  if (plain && !isWord(words.toLowerCase())) return true
  const list = tokens(context)
  return isBesideKind(list, indexAt(list, hit.start), indexAt(list, hit.end - 1))
}

/** Words between a name and its kind: "the iodine DNS tunnelling tool". */
const REACH = 3

/** "the X tool", "X packer", "the utility X". */
function isBesideKind(list: readonly Token[], from: number, to: number): boolean {
  for (let step = 1; step <= REACH; step++) {
    const next = list[to + step]
    if (!next || next.first) break
    if (KIND.test(next.text)) return true
  }
  return !list[from]?.first && KIND.test(list[from - 1]?.text ?? '')
}

/** Names that the article introduces as a tool's, or puts before "builder" or "packer" twice. */
function coinedTools(context: ExtractContext): ReadonlySet<string> {
  const { list, at: placesOf } = tokensOf(context)
  const names = new Set<string>()
  const calls = new Map<string, number>()
  for (const { from, to, kind } of introductions(context)) {
    const name = list[from]
    if (kind === 'tool' && from === to && name && isShaped(name)) names.add(name.text)
  }
  for (const at of placesOf(MADE)) {
    const token = list[at - 1]
    if (!token?.capital || list[at]?.first || !isShaped(token)) continue
    if (isStart(context.names, token.start)) continue
    const times = (calls.get(token.text) ?? 0) + 1
    calls.set(token.text, times)
    if (times === TWICE) names.add(token.text)
  }
  return names
}

const isShaped = ({ text, capital }: Token): boolean =>
  capital && text.length > 2 && /\p{L}{2}/u.test(text) && !/[.&@]/.test(text) && !isWord(text.toLowerCase())
