import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { writeWholeFile } from '../../src/store/whole-file.ts'
import { scratch } from '../cli/folder.ts'

const at = scratch()

describe('writeWholeFile', () => {
  it('replaces what stood there, with the permissions asked for, and leaves no draft', () => {
    mkdirSync(at('a'))
    writeFileSync(at('a', 'f'), 'before')
    writeWholeFile(at('a', 'f'), 'after', 0o600)
    expect(readFileSync(at('a', 'f'), 'utf8')).toBe('after')
    expect(statSync(at('a', 'f')).mode & 0o777).toBe(0o600)
    expect(readdirSync(at('a'))).toEqual(['f'])
  })

  it('says what is in the way, and leaves no draft', () => {
    mkdirSync(at('b', 'f', 'x'), { recursive: true })
    expect(() => writeWholeFile(at('b', 'f'), 'text')).toThrow(/f: cannot be written: /)
    expect(readdirSync(at('b'))).toEqual(['f'])
    expect(() => writeWholeFile(at('none', 'f'), 'text')).toThrow(/cannot be written/)
  })
})
