import { describe, expect, it } from 'vitest'
import { metadata } from '../../src/read/stated.ts'

const container = {
  from: 'feed',
  fields: { title: 'Feed', date: 'Wed, 03 Oct 2018 14:05:00 +0200', url: 'https://e.invalid/1' },
}
const own = { from: 'header', fields: { title: 'Own', date: '2018-10-01' } }

describe('what is stated of a document', () => {
  it('comes from the container where the document says nothing, before its file name', () => {
    expect(metadata({ doc: '2019-01-01.txt', stated: container })).toEqual({
      title: 'Feed',
      published: '2018-10-03',
      publishedFrom: 'feed',
      url: 'https://e.invalid/1',
      notes: [],
    })
  })

  it('comes from the document before its container, and from the user before both', () => {
    const stated = metadata({ doc: 'a.txt', stated: container }, own)
    expect(stated).toMatchObject({
      title: 'Own',
      published: '2018-10-01',
      publishedFrom: 'header',
      url: 'https://e.invalid/1',
    })
    const hints = { title: 'Given', published: '2018-10-05' }
    expect(metadata({ doc: 'a.txt', hints, stated: container }, own)).toMatchObject({
      title: 'Given',
      published: '2018-10-05',
      publishedFrom: 'given',
    })
  })

  it('takes the day that the text prints before the one in its file name', () => {
    const text = 'Hospital pays\n13 March 2024\n\nThe hospital paid.'
    const read = (doc: string, words: string) => metadata({ doc }, undefined, [], words)
    expect(read('2024-04-01.txt', text)).toMatchObject({ published: '2024-03-13', publishedFrom: 'dateline' })
    expect(read('2024-04-01.txt', 'The hospital paid.')).toMatchObject({
      published: '2024-04-01',
      publishedFrom: 'file-name',
    })
    expect(metadata({ doc: 'a.txt' }, own, [], text)).toMatchObject({
      published: '2018-10-01',
      publishedFrom: 'header',
    })
  })

  it('names the container whose date is unclear', () => {
    const stated = { from: 'feed', fields: { date: '03/10/2018' } }
    expect(metadata({ doc: 'a.txt', stated })).toEqual({ notes: ['feed date is not a clear date: 03/10/2018'] })
  })
})
