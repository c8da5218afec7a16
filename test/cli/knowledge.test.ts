import { describe, expect, it } from 'vitest'
import { errata } from './errata.ts'

interface Looked {
  readonly entities: readonly { readonly id: string; readonly disagreements: readonly { readonly text: string }[] }[]
}

describe('errata knowledge', () => {
  it('looks a name up for a person: whose it is, who says so, what they disagree on', () => {
    const { status, stdout } = errata('knowledge', 'lookup', 'Hidden', 'Cobra')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Lazarus Group {2}\(actor\/lazarus-group\): "HIDDEN COBRA" is a name for it/)
    expect(stdout).toContain('North Korea (KP)  [attack, description; misp]')
    expect(stdout).toContain('misp: same as APT38; attack: distinct from APT38')
  })

  it('looks a name up for a program', () => {
    const { entities } = JSON.parse(errata('knowledge', 'lookup', '--format', 'json', 'apt-38').stdout) as Looked
    expect(entities.map(({ id }) => id)).toEqual(['actor/apt38', 'actor/lazarus-group'])
    expect(entities[0]?.disagreements[0]?.text).toBe('misp: same as Lazarus Group; attack: distinct from Lazarus Group')
  })

  it('says when nobody has the name', () => {
    const { status, stdout, stderr } = errata('knowledge', 'lookup', 'Qzxv')
    expect([status, stdout]).toEqual([0, ''])
    expect(stderr).toMatch(/is called "Qzxv"$/m)
    expect(errata('knowledge', 'lookup', 'Lazurus', 'Gruop').stderr).toContain(
      'near it: Lazarus Group (actor/lazarus-group)',
    )
  })

  it('tells its release, sources and licences', () => {
    const { stdout } = errata('knowledge', 'info')
    expect(stdout).toContain('knowledge base 2026.08')
    expect(stdout).toMatch(/attack +mitre\/cti@421deacb v18\.1 .*LicenseRef-MITRE-ATTACK/)
    expect(stdout).toMatch(/threat-actor v349 {2}CC0-1\.0/)
  })

  it('names a source that is not there', () => {
    const { status, stderr } = errata('knowledge', 'build', '/does/not/exist')
    expect(status).toBe(2)
    expect(stderr).toContain('/does/not/exist: no such file or folder')
  })
})
