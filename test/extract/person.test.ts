import { describe, expect, it } from 'vitest'
import { person } from '../../src/extract/person.ts'
import { found } from './found.ts'

const people = (text: string): string[] => found(person, text)

describe('people', () => {
  it('finds full names, and the family name later', () => {
    expect(people('Brian Krebs wrote first. Later Krebs said more, and Mr Krebs left.')).toEqual([
      'Brian Krebs',
      'Krebs',
      'Krebs',
    ])
  })

  it.each([
    [
      'names with particles and initials',
      'Ludwig van Damme wrote and George W. Bush said no.',
      ['Ludwig van Damme', 'George W. Bush'],
    ],
    [
      'names with the family name first',
      'Park Jin-hyok, Zhu Hua and Kim Jong-un',
      ['Park Jin-hyok', 'Zhu Hua', 'Kim Jong-un'],
    ],
    ['unknown names by an age', 'Osariemen Isibor, 32, pleaded guilty.', ['Osariemen Isibor']],
    ['unknown names by a title', 'They saw Dr Quimbela Vantrosk there.', ['Quimbela Vantrosk']],
    ['family names that are words, by a verb of speech', 'City Administrator Victor Lay said so.', ['Victor Lay']],
  ])('finds %s', (_, text, expected) => expect(people(text)).toEqual(expected))

  it('leaves software alone', () => {
    expect(people('Chris Keylogger runs on Kali Linux, said the report.')).toEqual([])
  })

  it('leaves hotels, streets and companies alone', () => {
    expect(people('Past guests of the Henry Jones Art Hotel and of San Antonio got Grant Program mail.')).toEqual([])
  })

  it('does not take a word for the family name of somebody', () => {
    expect(people('Victor Lay said so. Lay the book down. "Fine," Lay said.')).toEqual(['Victor Lay', 'Lay'])
  })
})
