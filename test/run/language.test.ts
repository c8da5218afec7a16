import { describe, expect, it } from 'vitest'
import { shippedKnowledge } from '../../src/knowledge/knowledge.ts'
import { sha256 } from '../../src/model/sha256.ts'
import { analyse, read } from '../../src/run/analyse.ts'

const article = async (text: string) => {
  const bytes = new TextEncoder().encode(text)
  const id = sha256(bytes)
  return analyse(await read({ id, doc: 'a.txt', path: 'a.txt', mediaType: 'text/plain', bytes }), shippedKnowledge())
}

const GERMAN =
  'Die Angreifer nutzten die Lücke CVE-2017-0144 und den Trojaner Emotet, sagte die Sprecherin des Amtes am Montag in Bonn. ' +
  'Der Schaden beträgt 1.500 Euro. Die Behörde rät allen Betreibern, die Programme sofort zu erneuern und die Sicherungen zu prüfen. '

describe('a text that is not English', () => {
  it('gives only what does not depend on the language', async () => {
    const { doc, mentions } = await article(GERMAN.repeat(3))
    expect(doc.language).toBe('de')
    expect([...new Set(mentions.map(({ type }) => type))].sort()).toEqual(['cve', 'malware'])
  })

  it('is still checked for malformed identifiers', async () => {
    const { flags } = await article(GERMAN.repeat(3).replace('CVE-2017-0144', 'CVE-2O17-0144'))
    expect(flags.map(({ check }) => check)).toEqual(['malformed-identifier'])
  })
})
