import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, it } from 'vitest'
import { escapeMarkdown, markdownReport } from '../../src/report/markdown.ts'
import { filesOf, sampleReport } from './sample.ts'

/** Every node of a tree by type. */
function types(node: { readonly type: string; readonly children?: readonly unknown[] }): string[] {
  return [node.type, ...(node.children ?? []).flatMap(child => types(child as typeof node))]
}

describe('text from outside in Markdown', () => {
  it.each([
    '<script>alert(1)</script>',
    '[a](javascript:alert(1))',
    '![a](x.png)',
    '# heading',
    '- list',
    '+ list',
    '1. list',
    '2026. list',
    '> quote',
    '`code` *and* _more_ ~~gone~~',
    '| a | b |',
    '&lt; &amp;',
    '=====',
    'https://evil.example/ and www.evil.example and @someone',
  ])('%j stays text', text => {
    const tree = fromMarkdown(escapeMarkdown(text))
    expect([...new Set(types(tree))]).toEqual(['root', 'paragraph', 'text'])
    const [paragraph] = tree.children
    const [node] = paragraph && 'children' in paragraph ? paragraph.children : []
    expect(node && 'value' in node ? node.value : '').toBe(text)
  })

  it('is on one line, with what does not show made visible', () => {
    expect(escapeMarkdown('a\n\n# b \u202ec')).toBe('a \\# b \\\\u202ec')
  })

  it('gives a report of headings, tables and quotes only', async () => {
    const text = (await filesOf(markdownReport, sampleReport())).get('report.md') ?? ''
    expect(types(fromMarkdown(text)).filter(type => ['html', 'link', 'image', 'code'].includes(type))).toEqual([])
  })
})
