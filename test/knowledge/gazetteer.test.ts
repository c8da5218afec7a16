import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Gazetteer } from '../../src/knowledge/gazetteer.ts'

/** Matches as [start, end, payload]. */
function scan(
  names: readonly string[],
  text: string,
  accepts = (_: number) => true,
): [number, number, readonly number[]][] {
  const gazetteer = new Gazetteer<number>()
  for (const [index, name] of names.entries()) gazetteer.add(name, index)
  const found: [number, number, readonly number[]][] = []
  gazetteer.scan(text, accepts, (start, end, payload) => found.push([start, end, payload]))
  return found
}

/** Longest matches of names at word starts, each name an expression. */
function naively(names: readonly string[], text: string): [number, number][] {
  const fold = (words: string): string => words.toLowerCase().replaceAll('é', 'e')
  const forms = names
    .filter(name => name !== '')
    .map(name => {
      const parts = fold(name)
        .split(/[ -]+/)
        .filter(part => part !== '')
      const [end] = parts.at(-1)?.slice(-1) ?? ''
      const inner = parts.map(part => part.replace(/[.+]/g, '\\$&')).join('[ -]+')
      return new RegExp(`${inner}${/[a-z0-9]/.test(end ?? '') ? '(?![a-z0-9])' : ''}`, 'y')
    })
  const folded = fold(text)
  const found: [number, number][] = []
  for (const { index } of folded.matchAll(/(?<![a-z0-9])[a-z0-9]/g)) {
    const ends = forms.map(form => {
      form.lastIndex = index
      return index + (form.exec(folded)?.[0].length ?? 0)
    })
    const end = Math.max(index, ...ends)
    if (end > index && index >= (found.at(-1)?.[1] ?? 0)) found.push([index, end])
  }
  return found
}

describe('the gazetteer', () => {
  it('finds the longest of several names, with every bearer', () => {
    expect(scan(['Lazarus', 'Lazarus Group', 'lazarus group'], 'the Lazarus Group')).toEqual([[4, 17, [1, 2]]])
  })

  it('takes a shorter name when the longer one is not accepted', () => {
    expect(scan(['Lazarus', 'Lazarus Group'], 'Lazarus Group', index => index === 0)).toEqual([[0, 7, [0]]])
  })

  it('folds case, accents and runs of white space and hyphens, and keeps offsets', () => {
    expect(scan(['São Tomé'], 'in SAO-\n  TOME.')).toEqual([[3, 14, [0]]])
  })

  it('does not match inside words', () => {
    expect(scan(['UPS', 'US'], 'groups USB US')).toEqual([[11, 13, [1]]])
  })

  it('knows possessives and quotes as boundaries', () => {
    expect(scan(['APT33'], 'APT33’s “APT33” (APT33)')).toHaveLength(3)
  })

  it('finds a name wherever it stands between other words', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/)
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (before, after) => {
        const text = [...before, 'Qzx Group', ...after].join(' ')
        expect(scan(['Qzx Group'], text)).toEqual([[text.indexOf('Qzx'), text.indexOf('Qzx') + 9, [0]]])
      }),
    )
  })

  it('finds names of one and two letters, with signs among them, and after separators', () => {
    const names = ['X', 'IT', 'A.B', "O'x", '-Qz-y', 'É1']
    const text = 'x, it (a.b) o’X Qz y e1 itself xy'
    expect(scan(names, text).map(([start, end]) => text.slice(start, end))).toEqual([
      'x',
      'it',
      'a.b',
      'o’X',
      'Qz y',
      'e1',
    ])
  })

  it('finds what an expression for each name finds, of which the longest wins', () => {
    const piece = fc.constantFrom(...'aAbé1.+ -'.split(''), '  ', ' b', 'ab')
    const name = fc
      .array(piece, { minLength: 1, maxLength: 6 })
      .map(pieces => pieces.join('').replace(/^[^\p{L}\d]+/u, ''))
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), fc.array(piece, { maxLength: 30 }), (names, pieces) => {
        const text = pieces.join('')
        expect(scan(names, text).map(([start, end]) => [start, end])).toEqual(naively(names, text))
      }),
      { numRuns: 1000 },
    )
  })

  it('tells words of one hash apart', () => {
    // Found by trying words until two had the same 31 bits.
    const names = ['arzaw', 'yavxi', 'the yavxi', 'the arzaw']
    expect(scan(names, 'Yavxi, arzaw and the arzaw')).toEqual([
      [0, 5, [1]],
      [7, 12, [0]],
      [17, 26, [3]],
    ])
  })

  it('grows beyond its first size', () => {
    const names = Array.from({ length: 30_000 }, (_, index) => `name${index}x`)
    expect(scan(names, 'a name29999x here')).toEqual([[2, 12, [29_999]]])
  })

  it('stays linear on long blank runs', () => {
    const looks = (length: number): number => {
      let count = 0
      scan(['a b', 'a b c'], `a${' '.repeat(length)}b`.repeat(20), () => {
        count++
        return true
      })
      return count
    }
    expect(looks(10_000)).toBeLessThanOrEqual(looks(10))
  })
})
