import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { designation, foldName, slug } from '../../src/normalise/name.ts'

const letters = 'abcdefghijklmnopqrstuvwxyz'
const word = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 8 }).map(list => list.join(''))
const words = fc.array(word, { minLength: 1, maxLength: 4 })

describe('foldName', () => {
  it.each([
    ['APT-38', 'apt38'],
    ['apt 38', 'apt38'],
    ['Énergie', 'energie'],
    ['L.A.P.S.U.S$', 'lapsus'],
    ['Ｔｒｉｃｋｂｏｔ', 'trickbot'],
  ])('folds %s', (name, fold) => {
    expect(foldName(name)).toBe(fold)
  })

  it('folds every way to write a name alike, and folds once', () => {
    const joint = fc.constantFrom(' ', '-', '_', '.', '\u00a0', '\u2011')
    const dress = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => text.charAt(0).toUpperCase() + text.slice(1),
    )
    fc.assert(
      fc.property(words, joint, dress, (parts, gap, print) => {
        const fold = parts.join('')
        expect(foldName(parts.map(print).join(gap))).toBe(fold)
        expect(foldName(fold)).toBe(fold)
      }),
    )
  })
})

describe('slug', () => {
  it('is made of letters, digits and single hyphens, and of itself', () => {
    expect(slug('  São Tomé & Príncipe ')).toBe('sao-tome-principe')
    fc.assert(
      fc.property(words, parts => {
        const made = slug(parts.join(' & '))
        expect(made).toBe(parts.join('-'))
        expect(slug(made)).toBe(made)
      }),
    )
  })
})

describe('designation', () => {
  it('gives series and number of every way to print them', () => {
    const series = fc.constantFrom('APT', 'FIN', 'TA', 'UNC', 'Storm', 'UAC', 'DEV')
    const joint = fc.constantFrom('', ' ', '-')
    fc.assert(
      fc.property(series, joint, fc.integer({ min: 1, max: 99_999 }), (name, gap, number) => {
        expect(designation(`${name}${gap}${number}`)).toEqual({ series: name.toLowerCase(), number: String(number) })
      }),
    )
    expect(designation('APT-C-36')).toEqual({ series: 'aptc', number: '36' })
    expect(designation('Lazarus Group')).toBeUndefined()
    expect(designation('38')).toBeUndefined()
  })
})
