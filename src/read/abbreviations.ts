const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Titles and words before something: a full stop after them never ends a sentence. Lower case, without the stop. */
export const NEVER_FINAL = words(
  'mr mrs ms mx dr prof sen rep gov gen col lt sgt capt cmdr adm maj brig rev hon supt insp det atty messrs mme fr e.g i.e cf vs viz v approx ca incl esp resp',
)

/** Before a number the stop belongs to the abbreviation; "No. The bank …" ends a sentence. */
export const BEFORE_NUMBER = words('no nos nr p pp vol ch sec sect fig figs art ver para eq tab')

/** May end a sentence or stand before a name: the next word decides. */
export const MAYBE_FINAL = words(
  'inc ltd corp co llc plc bros cos jr sr etc al st ave blvd rd dept govt assn univ intl natl mt ft ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun ' +
    'ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ont que alta',
)

/** Brands that end in an exclamation mark. */
export const EXCLAMATION = words('yahoo joomla kahoot yum')

/** Words that often begin a sentence and seldom follow an abbreviation within one. Lower case. */
export const STARTERS = words(
  'the a an in on at it he she they we i you but and this that these those however according for if when while as after before there its his her their our my your since with by to from no not ' +
    'yet so also although though despite many some more most one both each such what who why how where now then until even only or once during over under earlier later meanwhile instead ' +
    'still today yesterday here other others another because nor neither either additionally moreover furthermore therefore thus among between through is are was were has have had do does did can could would should ' +
    'all any several several two three four five six seven eight nine ten last next first second finally while none nobody nothing everyone anyone',
)

/** Verbs that tie a quotation to its speaker: `"Why?" Smith asked.` is one sentence. */
export const SAYING =
  /^\s*(?:[\p{Lu}][\p{L}.'\u2019-]{0,30}\s+){1,4}(?:said|says|asked|asks|wrote|writes|told|added|adds|tweeted|replied|quipped|noted|joked)\b/u
