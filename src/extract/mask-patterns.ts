/**
 * What is neither a name nor a number of the article though it may look like one. Every pattern is linear: it begins with
 * characters that are checked in a step, and its repetitions are bounded or cannot be cut in two ways.
 */

/** A character of an address; "[.]", "[:]", "(dot)" and the like stand for the sign that defanging took out. */
const ADDRESS_UNIT = String.raw`(?:[^\s<>"'|()[\]\x60]|\[(?:\.|:|@|dot|at)\]|\([^\s()<>]{0,60}\))`
const DOT = String.raw`(?:\.|\[\.\]|\(\.\)|\[dot\]|\(dot\)|\{\.\})`
const DEFANGED = String.raw`(?:\[\.\]|\(\.\)|\[dot\]|\(dot\)|\{\.\})`
/** Endings of host names; a lower-case word with one of them is a host ("google.com"), "Amazon.com" may be a company. */
const TLD =
  'com|net|org|info|biz|edu|gov|mil|int|io|co|me|tv|cc|ru|su|cn|uk|de|fr|it|es|nl|pl|ua|ir|in|jp|kr|br|au|ca|us|eu|xyz|top|site|online|club|pw|tk|ml|ga|cf|gq|ws|to|ly|sh|app|dev|onion|space|icu|live|pro|link|click|win|bid|name|mobi|asia|tech|store|shop|website|host|news|vip|work|ltd|cloud'
/** Endings of file names. */
const FILE =
  'exe|dll|docx?|docm|xlsx?|xlsm|pptx?|ppsx|rtf|pdf|zip|rar|7z|gz|tar|iso|img|jar|apk|lnk|vbs|vbe|jse|ps1|bat|cmd|scr|hta|php|aspx?|jsp|html?|xml|json|txt|log|dat|bin|tmp|png|jpe?g|gif|svg|ico|eml|msg|pcap|yara|sys|cab|msi|pdb|hwp|swf|csv'

const DEFANGED_HOST = new RegExp(
  String.raw`(?<![\w.-])(?:[\w-]{1,63}\.){0,6}[\w-]{1,63}${DEFANGED}(?:[\w-]{1,63}${DOT}){0,6}[\w-]{2,24}(?:[:/]${ADDRESS_UNIT}{0,500})?`,
  'g',
)
const HOST = new RegExp(
  String.raw`(?<![\w.-])(?:[a-z0-9_-]{1,63}\.){1,8}(?:${TLD})(?![\w-])(?:\/${ADDRESS_UNIT}{0,500})?`,
  'g',
)

/** A pattern, and a string that every text it can match contains: without it the text is not searched. */
interface Masked {
  readonly sign: string
  readonly pattern: RegExp
}

const raw = String.raw

export const PATTERNS: readonly Masked[] = [
  // Web addresses, defanged ones too.
  {
    sign: '//',
    pattern: new RegExp(raw`\b(?:h[tx]{2}ps?|s?ftp|tcp|udp|ldap|wss?)(?::|\[:\])\/\/${ADDRESS_UNIT}{1,2000}`, 'gi'),
  },
  { sign: 'www', pattern: new RegExp(raw`\bwww${DOT}${ADDRESS_UNIT}{1,500}`, 'g') },
  // The target of a Markdown link or image; its title is prose.
  { sign: '](', pattern: /(?<=\])\([^\s()]{1,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,500}){0,4}/g },
  // Mail addresses.
  {
    sign: '@',
    pattern: new RegExp(raw`(?<![\w.+-])[\w.+-]{1,64}(?:@|\[@\])[\w-]{1,63}(?:${DOT}[\w-]{1,63}){1,8}`, 'g'),
  },
  // Host names: defanged, or in lower case with a known ending.
  ...['[.]', '(.)', '[dot]', '(dot)', '{.}'].map(sign => ({ sign, pattern: DEFANGED_HOST })),
  { sign: '.', pattern: HOST },
  // IP addresses.
  { sign: '.', pattern: /(?<![\w.])\d{1,3}(?:(?:\.|\[\.\]|\(\.\))\d{1,3}){3}(?![\w.])(?:[:/]\d{1,5})?/g },
  // Hashes and long encoded strings.
  { sign: '', pattern: /(?<![0-9A-Za-z])[0-9a-fA-F]{32,128}(?![0-9A-Za-z])/g },
  { sign: '', pattern: /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/=]{64,}/g },
  // Paths, keys of the registry and file names.
  { sign: '\\', pattern: /(?<!\w)(?:[A-Za-z]:|%[A-Za-z]{1,20}%)\\[^\s"'<>|*?]{1,300}/g },
  { sign: '\\', pattern: /\b(?:HKEY_[A-Z_]{2,20}|HKLM|HKCU)\\[^\s"'<>|]{1,300}/g },
  { sign: '/', pattern: /(?<![\w/.:)\]])\/[\w.-]{1,60}\/[\w./%-]{0,300}/g },
  { sign: '.', pattern: new RegExp(raw`(?<![\w-])[\w-]{1,100}\.(?:${FILE})(?!\w)`, 'gi') },
  // Code in a line.
  { sign: '`', pattern: /(?<!`)`[^`\n]{1,200}`(?!`)/g },
  // Markdown emphasis at the edge of a word, where the mark is no part of it: "**Bank** of".
  {
    sign: '*',
    pattern:
      /(?<![\w*\\])\*{1,3}(?=[\p{L}\p{N}"\u201c$\u20ac\u00a3])|(?<=[\p{L}\p{N}.,:;!?)"\u201d%])\*{1,3}(?![\w*])/gu,
  },
]
