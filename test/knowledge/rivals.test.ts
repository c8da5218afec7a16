import { describe, expect, it } from 'vitest'
import { rivalNames } from '../../src/knowledge/rivals.ts'

describe('names with rivals', () => {
  it('are found as written, with their fields', () => {
    const text = 'Equifax, not equifax nor Equifaxes, and Adobe Sign.'
    const hits = rivalNames(text)
    expect(hits.map(({ start, end }) => text.slice(start, end))).toEqual(['Equifax', 'Adobe Sign'])
    expect(hits[0]?.fields).toEqual(['credit bureaus'])
  })

  it('may stand in several fields', () => {
    expect(rivalNames('Microsoft')[0]?.fields.length).toBeGreaterThan(2)
  })
})
