import { describe, expect, it } from 'vitest'
import { enumerated } from '../../src/extract/enumerated.ts'
import type { NameHit } from '../../src/model/stage.ts'

/** Which of the capitalised words of a text stand in one list with `sure`. */
function listed(text: string, sure: string): string[] {
  const hits: NameHit[] = [...text.matchAll(/\p{Lu}\w+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    candidates: [],
  }))
  const words = (hit: NameHit): string => text.slice(hit.start, hit.end)
  return [...enumerated(hits, text, hit => words(hit) === sure)].map(words).sort()
}

describe('enumerations', () => {
  it.each([
    ['like Maze, Ryuk and Conti', 'Ryuk', ['Conti', 'Maze']],
    ['“Maze”, “Ryuk,” or Conti', 'Conti', ['Maze', 'Ryuk']],
    ['Egregor/Maze', 'Egregor', ['Maze']],
    ['Maze. Ryuk came later', 'Ryuk', []],
    ['Maze hit Ryuk', 'Ryuk', []],
  ])('%s: beside %s', (text, sure, expected) => {
    expect(listed(text, sure)).toEqual(expected)
  })
})
