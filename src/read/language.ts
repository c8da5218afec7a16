import { kindOf, LETTER, MARK } from '../normalise/unit-kinds.ts'

/** Frequent words that few other languages share, from the usual stop word lists. */
const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'the a of and to in is was for on that with by as at it from are this has have had be an were which their its not but they said who will would been more after about also or he she his can i you your we our',
  de: 'der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch',
  fr: 'le la les de des du et un une en est que pour qui dans par sur au pas plus avec ce se son sa il elle sont ont été mais aux cette ou comme leur ses après selon',
  es: 'el la los las de del y en que un una por con para se su al es lo como más pero sus le ha fue son este entre está también según desde han ser dos años',
  it: 'il di che la e un una per non del della in con si da le dei al sono è gli lo alla nel anche più come ha ma delle degli dal nella su stato hanno questo essere secondo',
  pt: 'o a os as de da do e que em um uma para com não por se na no dos das mais ao como foi são ou sua pelo pela também já seu tem segundo está entre',
  nl: 'de het een en van in is dat op te zijn voor met die niet aan er ook als bij door om naar uit heeft maar werd worden wordt nog over dit hebben meer deze volgens',
  sv: 'och att det som en på är av för med den till inte om ett har de var men från kan han vid så sig eller också efter enligt',
  da: 'og at det er en til på som af for med de den har ikke om et var men fra kan han ved sig eller også efter ifølge blev',
  no: 'og det er en til på som av for med de den har ikke om et var men fra kan han ved seg eller også etter ifølge ble',
  pl: 'i w na z do nie się to że jest o jak za od po co ale przez są oraz dla być który które przy tym został może także',
  cs: 'a v na se je že to s z do o k i ale jako za by pro jsou od po podle nebo který které také byl bylo jeho',
  ro: 'și de la în a cu pe din că o un este pentru care nu au mai fost sau ca prin după sunt al lui',
  tr: 've bir bu da de için ile çok olarak daha olan gibi ise kadar sonra ancak değil olduğu en göre var tarafından',
  fi: 'ja on ei se että oli hän mutta ovat myös kun tai jos kuin sekä mukaan vuonna ole niin joka',
  hu: 'a az és hogy nem is egy meg csak de már volt mint ez azt még vagy szerint ki el',
  id: 'yang dan di ini itu dengan untuk dari tidak dalam pada akan adalah juga ke oleh karena telah mereka bisa',
}

const LANGUAGES = Object.keys(STOP_WORDS)

/** A stop word, and the languages that have it, as indices into `LANGUAGES`. */
interface StopWord {
  readonly languages: readonly number[]
}
const BY_WORD: ReadonlyMap<string, StopWord> = byWord()
const LONGEST = Math.max(...[...BY_WORD.keys()].map(({ length }) => length))

function byWord(): Map<string, StopWord> {
  const languages = new Map<string, number[]>()
  for (const [index, language] of LANGUAGES.entries())
    for (const word of (STOP_WORDS[language] ?? '').split(' '))
      languages.set(word, [...(languages.get(word) ?? []), index])
  return new Map([...languages].map(([word, list]) => [word, { languages: list }]))
}

/** Scripts that name a language, or a family to look into. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['latin', /\p{Script=Latin}/gu],
  ['cyrillic', /\p{Script=Cyrillic}/gu],
  ['han', /\p{Script=Han}/gu],
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['arabic', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
]

/** Units looked at from the beginning, the middle and the end: almost every text that is English shows it in the fewer. */
const GLANCE = 150
/** More of a text than this says no more. */
const WINDOW = 600

/** Share of stop words below which a language is not believed; news in any of these has 0.15 and more. */
const MIN_SHARE = 0.07

/** Different stop words that a longer sample must show: a table of domain names repeats "com", which is Portuguese too. */
const MIN_DISTINCT = 5

/**
 * So many for a language other than English, however short the text: a few words of English hold "a" and "to", or "over",
 * which are Czech and Dutch too, and a text that is wrongly foreign is hardly looked into.
 */
const MIN_FOREIGN = 3

/** How far the best language must lead the next. */
const LEAD = 1.3

/**
 * BCP 47 language of a text by its script and its share of stop words; `und` for too little text, lists of names, or a
 * mixture.
 */
export function languageOf(text: string): string {
  return text.length > 3 * GLANCE && languageIn(sampleOf(text, GLANCE)) === 'en'
    ? 'en'
    : languageIn(sampleOf(text, WINDOW))
}

function languageIn(sample: string): string {
  const [script, letters] = mainScript(sample)
  if (letters === 0) return 'und'
  if (script === 'latin') return latin(sample)
  if (script === 'cyrillic') return cyrillic(sample)
  if (script === 'arabic') return /[پچژگ]/.test(sample) ? 'fa' : 'ar'
  if (script === 'kana') return 'ja'
  // Japanese is mostly Han with kana between; Chinese has none.
  if (script === 'han') return count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) * 20 > letters ? 'ja' : 'zh'
  return script
}

function sampleOf(text: string, window: number): string {
  if (text.length <= 3 * window) return text
  const middle = (text.length - window) >> 1
  return `${text.slice(0, window)} ${text.slice(middle, middle + window)} ${text.slice(-window)}`
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** The script of most letters, and how many it has. Almost every text is plain Latin, so that is tried first. */
function mainScript(sample: string): readonly [string, number] {
  const ascii = asciiLetters(sample)
  if (ascii * 2 > sample.length) return ['latin', ascii]
  const counts = SCRIPTS.map(([script, pattern]) => [script, count(sample, pattern)] as const)
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))
}

function asciiLetters(sample: string): number {
  let letters = 0
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at) | 32
    if (code >= 97 && code <= 122) letters++
  }
  return letters
}

function latin(sample: string): string {
  const scores = new Float64Array(LANGUAGES.length)
  const distinct = new Uint16Array(LANGUAGES.length)
  const seen = new Set<StopWord>()
  const words = eachWord(sample.toLowerCase(), stop => {
    const fresh = !seen.has(stop)
    if (fresh) seen.add(stop)
    // A word of several languages speaks for each of them less.
    for (const language of stop.languages) {
      scores[language] = (scores[language] ?? 0) + 1 / stop.languages.length
      if (fresh) distinct[language] = (distinct[language] ?? 0) + 1
    }
  })
  const score = Math.max(...scores)
  const best = scores.indexOf(score)
  const next = Math.max(...scores.with(best, 0))
  if (score === 0 || score < words * MIN_SHARE) return 'und'
  const language = LANGUAGES[best] ?? 'und'
  const different = distinct[best] ?? 0
  if (different < Math.min(MIN_DISTINCT, words / 8) || (language !== 'en' && different < MIN_FOREIGN)) return 'und'
  return score < next * LEAD ? 'und' : language
}

/** Calls `use` for each stop word of a text in small letters; gives the number of all words. */
function eachWord(text: string, use: (stop: StopWord) => void): number {
  let words = 0
  for (let at = 0; at < text.length; at++) {
    if (!isLetter(text.charCodeAt(at))) continue
    const start = at
    while (++at < text.length && isLetter(text.charCodeAt(at)));
    const plain = text.charCodeAt(start - 1) === SPACE && text.charCodeAt(at) === SPACE
    if (!plain && !isApart(text, start, at)) continue
    words++
    const stop = at - start <= LONGEST ? BY_WORD.get(text.slice(start, at)) : undefined
    if (stop) use(stop)
  }
  return words
}

const SPACE = 32
const isLetter = (code: number): boolean => (kindOf(code) & (LETTER | MARK)) !== 0

/** Whether letters are no part of an address, a path, a file name or a hash, and not the "s" of "China's". */
function isApart(text: string, start: number, end: number): boolean {
  BEFORE.lastIndex = start
  AFTER.lastIndex = end
  return BEFORE.test(text) && AFTER.test(text)
}
const BEFORE = /(?<![\p{N}@/_\\-]|[\p{L}\p{N}\]]\.\]?|\p{L}['\u2019])/uy
const AFTER = /(?![\p{N}@/_\\]|\[?\.\]?[\p{L}\p{N}])/uy

/** Russian and Ukrainian by letters that the other lacks; other languages in Cyrillic stay undetermined. */
function cyrillic(sample: string): string {
  const ukrainian = count(sample, /[іїєґ]/gi)
  const russian = count(sample, /[ыэъё]/gi)
  if (ukrainian > 2 * russian) return 'uk'
  return russian > 2 * ukrainian ? 'ru' : 'und'
}
