import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { similar } from '../../src/knowledge/similar.ts'

const knowledge = await loadKnowledge([])
const near = (name: string) => similar(name, knowledge.names(), 3).map(({ entity }) => entity.id)

describe('similar', () => {
  it('finds names that are a slip or two away, nearest first, each entity once', () => {
    expect(near('Emoted')[0]).toBe('malware/emotet')
    expect(near('Lazurus Gruop')[0]).toBe('actor/lazarus-group')
    expect(new Set(near('APT39')).size).toBe(near('APT39').length)
  })

  it('finds nothing for what is like no name, or too short to tell', () => {
    expect(near('Qzxvkkwpfj')).toEqual([])
    expect(near('qzx')).toEqual([])
  })
})
