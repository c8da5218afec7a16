import { describe, expect, it } from 'vitest'
import { readers, writers } from '../src/builtin.ts'

describe('the inventory', () => {
  it('says of each reader and writer what it says of itself', async () => {
    for (const { id, mediaTypes, load } of readers) expect(await load()).toMatchObject({ id, mediaTypes })
    for (const { id, load } of writers) expect(await load()).toMatchObject({ id })
  })
})
