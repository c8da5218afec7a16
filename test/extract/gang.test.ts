import { describe, expect, it } from 'vitest'
import { actor } from '../../src/extract/actor.ts'
import { malware } from '../../src/extract/malware.ts'
import { contextOf, found } from './found.ts'

/** Where the text names a gang and where its program. */
const read = (text: string) => ({ gang: found(actor, text), program: found(malware, text) })

describe('ransomware that stands for its gang', () => {
  it('is the gang where it wills, and the program where it runs', () => {
    expect(
      read('LockBit claimed responsibility. The LockBit ransomware encrypts files; LockBit is written in C.'),
    ).toEqual({
      gang: ['LockBit'],
      program: ['LockBit', 'LockBit'],
    })
    expect(read('Attackers deployed Conti.')).toEqual({ gang: [], program: ['Conti'] })
    expect(read('They were warned of Conti by a bulletin on Conti published today.').gang).toEqual([])
  })

  it('is the gang in all of an article that mostly speaks of people', () => {
    expect(read('Affiliates of REvil struck. REvil said so. No one knows where REvil went.')).toEqual({
      gang: ['REvil', 'REvil', 'REvil'],
      program: [],
    })
    expect(read('DarkSide was not the only group. DarkSide’s affiliates left. DarkSide payloads remain.')).toEqual({
      gang: ['DarkSide', 'DarkSide'],
      program: ['DarkSide'],
    })
  })

  it('takes other names of the family between the name and its verb', () => {
    expect(read('ALPHV, also known as BlackCat, claimed the attack.')).toEqual({
      gang: ['ALPHV', 'BlackCat'],
      program: [],
    })
  })

  it('believes an ordinary word only before a noun for gangs', () => {
    expect(read('Royal said the hive was empty. Snatch threatened them.')).toEqual({ gang: [], program: [] })
    expect(read('The Clop ransomware gang listed the firm.').gang).toEqual(['Clop ransomware gang'])
  })

  it('stays one entity with its family', () => {
    const [mention] = [...actor.extract(contextOf('LockBit claimed responsibility.'))]
    expect(mention?.entity).toBe('malware/lockbit')
  })

  it('is no other kind of malware', () => {
    expect(read('Emotet claimed many victims.').gang).toEqual([])
  })
})
