import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePointIndex } from '../../src/report/code-points.ts'
import { webAnnotation } from '../../src/report/web-annotation.ts'
import { filesOf, sampleReport } from './sample.ts'

interface Target {
  readonly source: { readonly label: string }
  readonly selector: readonly [
    { readonly exact: string; readonly prefix: string },
    { readonly start: number; readonly end: number },
  ]
}
interface Annotation {
  readonly id: string
  readonly motivation: string | readonly string[]
  readonly body: readonly ({ readonly value?: string; readonly purpose: string } & Partial<Target>)[]
  readonly target: Target
  readonly wasGeneratedBy: string
}

async function annotations(): Promise<readonly Annotation[]> {
  const page = JSON.parse((await filesOf(webAnnotation, sampleReport())).get('annotations.jsonld') ?? '')
  expect(page.type).toBe('AnnotationPage')
  for (const item of page.items) expect(item.wasGeneratedBy).toBe(page.wasGeneratedBy.id)
  return page.items
}

describe('Web Annotations', () => {
  it('count code points in the text of their target', async () => {
    const report = sampleReport()
    const items = await annotations()
    expect(items).toHaveLength(5 + 1 + 3)
    for (const { target } of items) {
      const text = (await report.document(target.source.label))?.doc.text ?? ''
      const [quote, { start, end }] = target.selector
      expect([...text].slice(start, end).join('')).toBe(quote.exact)
      expect([...text].slice(0, start).join('').endsWith(quote.prefix)).toBe(true)
    }
    // 36 in UTF-16 units: the money bag before it takes two of them.
    expect(items.find(({ target }) => target.selector[0].exact === '$81 million')?.target.selector[1].start).toBe(35)
  })

  it('have ids of their own', async () => {
    const ids = (await annotations()).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('link a flag to its evidence and carry the suggestion as an edit', async () => {
    const flag = (await annotations()).find(({ motivation }) => motivation.includes('editing'))
    expect(flag?.body.find(({ purpose }) => purpose === 'editing')?.value).toBe('APT38')
    expect(flag?.body.find(({ purpose }) => purpose === 'linking')?.selector?.[0].exact).toBe('APT38')
  })
})

describe('codePointIndex', () => {
  it('counts as the iterator of a string does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        const points = codePointIndex(text)
        let position = 0
        for (const [index, character] of [...text].entries()) {
          expect(points(position)).toBe(index)
          position += character.length
        }
        expect(points(position)).toBe([...text].length)
      }),
    )
  })
})
