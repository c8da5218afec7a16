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

/** Words to the languages whose lists hold them. */
const LANGUAGES_OF: ReadonlyMap<string, readonly string[]> = byWord()

function byWord(): Map<string, string[]> {
  const languages = new Map<string, string[]>()
  for (const [language, words] of Object.entries(STOP_WORDS))
    for (const word of words.split(' ')) languages.set(word, [...(languages.get(word) ?? []), language])
  return languages
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

/** Units looked at from the beginning, the middle and the end; more of a text says no more. */
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

/** A word that is no part of an address, a path, a file name or a hash, and not the "s" of "China's". */
const WORD =
  /(?<![\p{L}\p{M}\p{N}@/_\\-]|[\p{L}\p{N}\]]\.\]?|\p{L}['\u2019])[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}]|[@/_\\]|\[?\.\]?[\p{L}\p{N}])/gu

/** How far the best language must lead the next. */
const LEAD = 1.3

/**
 * BCP 47 language of a text by its script and its share of stop words; `und` for too little text, lists of names, or a
 * mixture.
 */
export function languageOf(text: string): string {
  const sample = sampleOf(text)
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

function sampleOf(text: string): string {
  if (text.length <= 3 * WINDOW) return text
  const middle = (text.length - WINDOW) >> 1
  return `${text.slice(0, WINDOW)} ${text.slice(middle, middle + WINDOW)} ${text.slice(-WINDOW)}`
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** The script of most letters, and how many it has. Almost every text is plain Latin, so that is tried first. */
function mainScript(sample: string): readonly [string, number] {
  const ascii = count(sample, /[A-Za-z]/g)
  if (ascii * 2 > sample.length) return ['latin', ascii]
  const counts = SCRIPTS.map(([script, pattern]) => [script, count(sample, pattern)] as const)
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))
}

function latin(sample: string): string {
  const scores = new Map<string, number>()
  let words = 0
  const distinct = new Map<string, Set<string>>()
  for (const [word] of sample.toLowerCase().matchAll(WORD)) {
    words++
    const languages = LANGUAGES_OF.get(word)
    // A word of several languages speaks for each of them less.
    for (const language of languages ?? []) {
      scores.set(language, (scores.get(language) ?? 0) + 1 / (languages?.length ?? 1))
      distinct.set(language, (distinct.get(language) ?? new Set()).add(word))
    }
  }
  const [best, next] = [...scores].sort((a, b) => b[1] - a[1])
  if (!best || best[1] < words * MIN_SHARE) return 'und'
  const different = distinct.get(best[0])?.size ?? 0
  if (different < Math.min(MIN_DISTINCT, words / 8) || (best[0] !== 'en' && different < MIN_FOREIGN)) return 'und'
  return next && best[1] < next[1] * LEAD ? 'und' : best[0]
}

/** Russian and Ukrainian by letters that the other lacks; other languages in Cyrillic stay undetermined. */
function cyrillic(sample: string): string {
  const ukrainian = count(sample, /[іїєґ]/gi)
  const russian = count(sample, /[ыэъё]/gi)
  if (ukrainian > 2 * russian) return 'uk'
  return russian > 2 * ukrainian ? 'ru' : 'und'
}
