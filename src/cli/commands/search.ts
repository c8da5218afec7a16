import { EXIT } from '../../model/errors.ts'
import { visibleLine } from '../../report/characters.ts'
import { logOf } from '../log.ts'
import { print } from '../output.ts'
import type { Options } from '../spec.ts'
import { withStore } from '../store.ts'

/** `errata search`: stored articles that have all the words, best first. Returns the exit code. */
export async function searchCommand(words: readonly string[], options: Options): Promise<number> {
  const [open, close] = process.stdout.isTTY ? ['\u001b[1m', '\u001b[22m'] : ['[', ']']
  return withStore(options, async store => {
    const found = await store.search(words, Number(options['limit']))
    if (found.length === 0) logOf(options).info('no stored article has all these words')
    for (const { doc, title, snippet } of found)
      await print(`${visibleLine(title === undefined ? doc : `${doc}: ${title}`)}\n  ${marked(snippet, open, close)}\n`)
    return EXIT.done
  })
}

/** The store marks matches with U+0002 and U+0003; everything else from outside is made visible. */
const marked = (snippet: string, open: string, close: string): string =>
  snippet
    .replace(/\s+/g, ' ')
    .split(/([\u0002\u0003])/)
    .map(part => (part === '\u0002' ? open : part === '\u0003' ? close : visibleLine(part)))
    .join('')
