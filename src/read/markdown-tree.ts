import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

type FromMarkdown = typeof import('mdast-util-from-markdown')
type TableTree = typeof import('mdast-util-gfm-table')
type TableSyntax = typeof import('micromark-extension-gfm-table')

/** The mdast tree of a text; every node has its place in it, in UTF-16 units. */
export type Root = ReturnType<FromMarkdown['fromMarkdown']>
export type Node = Root | Root['children'][number]
export type Table = Extract<Node, { type: 'table' }>

/** Parses CommonMark with GFM's tables. */
export function parseMarkdown(text: string): Root {
  // Loaded on the first need (50 ms), because most runs meet no Markdown.
  const { fromMarkdown } = require('mdast-util-from-markdown') as FromMarkdown
  const { gfmTableFromMarkdown } = require('mdast-util-gfm-table') as TableTree
  const { gfmTable } = require('micromark-extension-gfm-table') as TableSyntax
  return fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
}
