import { mkdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DEFAULTS } from '../../src/run/pipeline.ts'
import { scopeOf } from '../../src/run/sources.ts'
import { scratch } from '../cli/folder.ts'

const at = scratch()
for (const name of ['a', 'b']) mkdirSync(at(name))
const scope = (...load: string[]) => scopeOf({ ...DEFAULTS, load })

describe('the scope of a run', () => {
  it('is the places of its inputs, in whatever order and however written', () => {
    expect(scope(at('a'), at('b'))).toBe(scope(`${at('b')}/`, at('b', '..', 'a')))
    expect(scope(at('a'))).not.toBe(scope(at('a'), at('b')))
  })

  it('is unknown where a run cannot tell what is no longer there', () => {
    expect(scope()).toBeUndefined()
    expect(scope(at('a'), '-')).toBeUndefined()
    expect(scopeOf({ ...DEFAULTS, load: [at('a')], loaders: [{ loader: 'x' }] })).toBeUndefined()
  })
})
