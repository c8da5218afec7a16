import { describe, expect, it } from 'vitest'
import { tool } from '../../src/extract/tool.ts'
import { found } from './found.ts'

const names = (text: string): string[] => found(tool, text)

describe('tools', () => {
  it('finds known programs', () => {
    expect(names('They ran Mimikatz, PsExec and BloodHound.')).toEqual(['Mimikatz', 'PsExec', 'BloodHound'])
  })

  it('needs a cue for ordinary words', () => {
    expect(names('The net fell. A sliver of hope; the empire struck back. Written in .NET')).toEqual([])
    expect(names('They used the Sliver framework.')).toEqual(['Sliver'])
  })

  it('leaves families of malware and everyday programs to others', () => {
    expect(names('Cobalt Strike was started by PowerShell and rundll32.')).toEqual([])
  })

  it('reads builders and packers that the article names', () => {
    expect(names('It was packed with a crypter called Zorptak. Zorptak is cheap.')).toEqual(['Zorptak', 'Zorptak'])
    expect(names('The Zorptak builder is sold. A Zorptak builder costs $5.')).toEqual(['Zorptak', 'Zorptak'])
  })
})
