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

/** A pattern, and a cheap sign that every text it can match shows: a string it contains, or a test. Without it the text is not searched. */
interface Masked {
  readonly sign: string | ((text: string) => boolean)
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
  // What stands for an image is no part of the text: the reader of Markdown drops it too.
  { sign: '![', pattern: /!\[[^\]\n]{0,500}\](?=\()/g },
  // The target of a Markdown link or image; its title is prose.
  { sign: '](', pattern: /(?<=\])\([^\s()]{1,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,500}){0,4}/g },
  // Mail addresses.
  {
    sign: '@',
    pattern: new RegExp(raw`(?<![\w.+-])[\w.+-]{1,64}(?:@|\[@\])[\w-]{1,63}(?:${DOT}[\w-]{1,63}){1,8}`, 'g'),
  },
  // Host names: defanged, or in lower case with a known ending.
  ...['[.]', '(.)', '[dot]', '(dot)', '{.}'].map(sign => ({ sign, pattern: DEFANGED_HOST })),
  { sign: hasStop(new RegExp(raw`\.(?:${TLD})(?![\w-])`, 'y')), pattern: HOST },
  // IP addresses.
  {
    sign: hasStop(/\.[\])]?\d/y),
    pattern: /(?<![\w.])\d{1,3}(?:(?:\.|\[\.\]|\(\.\))\d{1,3}){3}(?![\w.])(?:[:/]\d{1,5})?/g,
  },
  // Hashes and long encoded strings.
  { sign: text => hasRun(text, 32), pattern: /(?<![0-9A-Za-z])[0-9a-fA-F]{32,128}(?![0-9A-Za-z])/g },
  { sign: text => hasRun(text, 64), pattern: /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/=]{64,}/g },
  // Paths, keys of the registry and file names.
  { sign: '\\', pattern: /(?<!\w)(?:[A-Za-z]:|%[A-Za-z]{1,20}%)\\[^\s"'<>|*?]{1,300}/g },
  { sign: '\\', pattern: /\b(?:HKEY_[A-Z_]{2,20}|HKLM|HKCU)\\[^\s"'<>|]{1,300}/g },
  { sign: '/', pattern: /(?<![\w/.:)\]])\/[\w.-]{1,60}\/[\w./%-]{0,300}/g },
  {
    sign: hasStop(new RegExp(raw`\.(?:${FILE})(?!\w)`, 'iy')),
    pattern: new RegExp(raw`(?<![\w-])[\w-]{1,100}\.(?:${FILE})(?!\w)`, 'gi'),
  },
  // Code in a line.
  { sign: '`', pattern: /(?<!`)`[^`\n]{1,200}`(?!`)/g },
  // Markdown emphasis at the edge of a word, where the mark is no part of it: "**Bank** of".
  {
    sign: '*',
    pattern:
      /(?<![\w*\\])\*{1,3}(?=[\p{L}\p{N}"\u201c$\u20ac\u00a3])|(?<=[\p{L}\p{N}.,:;!?)"\u201d%])\*{1,3}(?![\w*])/gu,
  },
]

/** Whether some full stop goes on as a sticky pattern says. Most end a sentence, which one look tells. */
function hasStop(goesOn: RegExp): (text: string) => boolean {
  return text => {
    for (let at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) {
      const next = text.charCodeAt(at + 1)
      if (next === 32 || next === 10) continue
      goesOn.lastIndex = at
      if (goesOn.test(text)) return true
    }
    return false
  }
}

const isEncoded = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 43 ||
  code === 47 ||
  code === 61

/** Whether so many units of base64 stand in a row: every run that long covers a unit at a multiple of its length. */
function hasRun(text: string, length: number): boolean {
  for (let at = length - 1; at < text.length; at += length) {
    let start = at
    while (start > at - length && isEncoded(text.charCodeAt(start))) start--
    let end = start + 1
    while (end - start <= length && isEncoded(text.charCodeAt(end))) end++
    if (end - start > length) return true
  }
  return false
}
