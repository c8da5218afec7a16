import { describe, expect, it } from 'vitest'
import { introductions } from '../../src/extract/introduced.ts'
import { tokens } from '../../src/extract/tokens.ts'
import { contextOf } from './found.ts'

/** Introduced names with what the article says they are. */
function read(text: string): string[] {
  const context = contextOf(text)
  const list = tokens(context)
  return introductions(context).map(({ from, to, kind }) => {
    const words = list.slice(from, to + 1).map(token => token.text)
    return `${kind} ${words.join(' ')}`
  })
}

describe('introductions', () => {
  it.each([
    ['a loader called Zorptak', ['malware Zorptak']],
    ['the trojan, known as Zorptak', ['malware Zorptak']],
    ['the malware that Acme has dubbed Zorptak', ['malware Zorptak']],
    ['a backdoor, dubbed by Acme as Zorptak', ['malware Zorptak']],
    ['a group that calls itself Velvet Heron', ['actor Velvet Heron']],
    ['it was a threat actor known by the aliases Quib and Tarn', ['actor Quib', 'actor Tarn']],
    ['the hacking group Velvet Heron', ['actor Velvet Heron']],
    ['the hackers exploit it. A hacking group. Velvet Heron left', []],
    ['Quibhorn is a new Chinese threat actor', ['actor Quibhorn']],
    ['Velvet Heron, a little-known hacktivist group, struck', ['actor Velvet Heron']],
    ['We assess Quibhorn as a financially motivated threat actor', ['actor Quibhorn']],
    ['By using Quibhorn, the threat actor can see it', []],
    ['Quibhorn is a kit that the hacking group sells', []],
    ['Quibhorn is a security team', []],
    ['a hacker who goes by the name of Tarn', ['actor Tarn']],
    ['a gang that researchers named Velvet Heron', ['actor Velvet Heron']],
    ['the activist hacking organization Zorptak paid', ['actor Zorptak']],
    ['the hacker Zorptak paid', ['actor Zorptak']],
    ['the hacker Anna paid', []],
    ['the hacker Adrian Zorptak paid', []],
    ['the hacker News', []],
    ['a packer called Zorptak', ['tool Zorptak']],
    ['a campaign dubbed Zorptak', ['other Zorptak']],
    ['a river called Zorptak', ['other Zorptak']],
    ['the group called for calm', []],
    ['a loader. Called Monday', ['other Monday']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})
