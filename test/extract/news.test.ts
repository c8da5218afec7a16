import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { shippedKnowledge } from '../../src/knowledge/knowledge.ts'
import type { Mention } from '../../src/model/mention.ts'
import { extract } from '../../src/run/analyse.ts'
import { docOf } from './found.ts'

interface Expected {
  readonly type: string
  readonly words: string
  readonly value: Readonly<Record<string, unknown>>
}
interface Case {
  readonly text: string
  readonly mentions: readonly Expected[]
}

/** Cases of a file of blocks: the text, then its mentions, indented. */
function casesOf(file: string): Case[] {
  const blocks = readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n\n')
    .slice(1)
  return blocks.map(block => {
    const [text = '', ...lines] = block.trimEnd().split('\n')
    return {
      text,
      mentions: lines.map(line => {
        const [, type, words, value] = /^ {2}(\w+): (.*?)(?: => (\{.*\}))?$/.exec(line) ?? []
        if (type === undefined || words === undefined) throw new Error(`not a mention: ${line}`)
        return { type, words, value: value === undefined ? {} : JSON.parse(value) }
      }),
    }
  })
}

const isBare = ({ type, value }: Mention): boolean => type === 'count' && !(value && 'of' in value)

describe('sentences of the news', () => {
  it.each(casesOf('news-cases.txt'))('$text', ({ text, mentions }) => {
    const found = extract({ ...docOf(text), published: '2018-10-04' }, shippedKnowledge())
    const rest = [...found]
    for (const { type, words, value } of mentions) {
      const at = rest.findIndex(mention => mention.type === type && mention.text === words)
      expect(at, `${type} ${words} of ${JSON.stringify(found)}`).toBeGreaterThanOrEqual(0)
      expect(rest.splice(at, 1)[0]?.value).toMatchObject(value)
    }
    expect(rest.filter(mention => !isBare(mention))).toEqual([])
  })
})
