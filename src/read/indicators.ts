/** Hashes, addresses of machines and mail, domains (defanged or not), paths and registry keys. */
const INDICATOR = new RegExp(
  [
    '^[0-9a-f]{32,128}$',
    '^\\d{1,3}(?:\\[?\\.\\]?\\d{1,3}){3}(?::\\d{1,5})?$',
    '^(?:h(?:xx|tt)ps?|ftp)\\[?:',
    '^[\\w.+-]{1,64}(?:@|\\[at\\])[\\w.-]{1,64}',
    '^(?:[\\w-]{1,63}\\[?\\.\\]?){1,6}[a-z]{2,24}$',
    '^(?:[A-Za-z]:\\\\|%\\w+%|/(?:usr|etc|tmp|var|home)/|HK(?:LM|CU|EY_))',
  ].join('|'),
  'i',
)

/**
 * Whether at least half of the filled cells of a table's body are indicators of compromise: nothing to read there for
 * claims.
 */
export function isIndicatorTable(cells: readonly string[]): boolean {
  const filled = cells.map(cell => cell.replace(/^[|\s`*]+|[|\s`*]+$/g, '')).filter(Boolean)
  return filled.length > 0 && filled.filter(cell => INDICATOR.test(cell)).length * 2 >= filled.length
}
