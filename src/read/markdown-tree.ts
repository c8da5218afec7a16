import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'

/** The mdast tree of a text; every node has its place in it, in UTF-16 units. */
export type Root = ReturnType<typeof fromMarkdown>
export type Node = Root | Root['children'][number]
export type Table = Extract<Node, { type: 'table' }>

/** Parses CommonMark with GFM's tables. */
export const parseMarkdown = (text: string): Root =>
  fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
