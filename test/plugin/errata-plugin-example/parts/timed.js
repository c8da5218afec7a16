import { InputError, makeDocument, TextMapBuilder } from 'errata'

/** What was said, with the minute before each line: `[12:30] Good evening.` @type {import('errata').Reader} */
export const timed = {
  id: 'example-timed',
  mediaTypes: ['text/x-example-timed'],
  read({ doc, id, bytes }) {
    const raw = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    const builder = new TextMapBuilder()
    for (const line of raw.matchAll(/^\[\d\d:\d\d\] (.*\n?)/gm)) {
      const words = line[1] ?? ''
      builder.verbatim(words, line.index + line[0].length - words.length)
    }
    if (builder.length === 0) throw new InputError('no line begins with a minute')
    return makeDocument({ id: doc, source: id, encoding: 'utf-8', ...builder.finish() })
  },
}
