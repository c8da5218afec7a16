import { describe, expect, it } from 'vitest'
import { strangersIn } from '../../src/claim/strangers.ts'

describe('names that nothing knows', () => {
  const text = 'Widgetron was hacked. Gizmotron is old. Widgetron said so.'
  const second = text.lastIndexOf('Widgetron')

  it('are told of as firms within a stretch, its end aside', () => {
    const strangers = strangersIn(text, [])
    expect(strangers.between(0, 1, 1)).toBe(true)
    expect(strangers.between(0, text.length, 2)).toBe(true)
    expect(strangers.between(0, text.length, 3)).toBe(false)
    expect(strangers.between(1, second, 1)).toBe(false)
    expect(strangers.between(1, second + 1, 1)).toBe(true)
    expect(strangers.between(second, second + 1, 1)).toBe(true)
    expect(strangers.between(second + 1, text.length, 1)).toBe(false)
  })

  it('are none where something is known', () => {
    const strangers = strangersIn(text, [{ start: 0, end: 9 }])
    expect(strangers.between(0, second, 1)).toBe(false)
    expect(strangers.between(0, text.length, 1)).toBe(true)
    expect(strangersIn('', []).between(0, 1, 1)).toBe(false)
  })
})
