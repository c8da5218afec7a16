import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import type { ListBytes } from '../../src/load/fetch/contents.ts'
import { LIMITS } from '../../src/model/limits.ts'
import { lists } from '../../src/run/lists.ts'

const feed = Buffer.from(
  '<rss version="2.0"><channel><title>T</title><item><link>http://a.example/1</link></item></channel></rss>',
)
const list = (bytes: Uint8Array): ListBytes => ({
  kind: 'feed',
  bytes: new Uint8Array(bytes),
  final: 'http://a.example/',
  limit: 1_000_000,
})

it('a list is read in place only when it is small and not packed', async () => {
  const { read, close } = lists(LIMITS)
  const items = [{ from: 'feed', url: 'http://a.example/1' }]
  expect((await read(list(gzipSync(feed)))).items).toMatchObject(items)
  await close()
  expect((await read(list(feed))).items).toMatchObject(items)
  await expect(read(list(gzipSync(feed)))).rejects.toThrow('the thread is closed')
})
