import type { Skipped } from '../model/document.ts'
import type { Listing } from '../model/fetched.ts'

/**
 * The addresses of a text file: one a line, blank lines and lines that begin with `#` aside.
 * @param path what `errata status` calls the file; a line is `path#number`
 */
export function* readUrlList(text: string, path: string): Generator<Listing | Skipped> {
  let any = false
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const url = line.trim()
    if (url === '' || url.startsWith('#')) continue
    any = true
    if (/^https?:\/\//i.test(url) && URL.canParse(url)) yield { url, from: 'list' }
    else yield { path: `${path}#${index + 1}`, reason: 'not an http(s) address' }
  }
  if (!any) yield { path, reason: 'no addresses in it' }
}
