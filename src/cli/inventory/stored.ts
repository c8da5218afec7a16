import { FORMATS } from '../choices.ts'
import { type CommandSpec, DB, LOG, NOTES, SINCE, STATUS, SUPPRESSIONS } from '../spec.ts'

/** What looks into the store, in the order of `errata --help`. */
export const stored: readonly CommandSpec[] = [
  {
    name: 'export',
    about: 'print what is stored, one JSON object a line',
    args: [
      {
        name: '<what>',
        about: 'what to print',
        choices: ['documents', 'mentions', 'claims', 'facts', 'flags', 'decisions'],
      },
    ],
    options: [
      DB,
      {
        flags: '--format <format>',
        about: 'jsonl; for flags also those of reports',
        choices: FORMATS,
        default: 'jsonl',
      },
      STATUS,
      SINCE,
      NOTES,
      SUPPRESSIONS,
      ...LOG,
    ],
    examples: [
      ['errata export flags', 'open flags'],
      ['errata export flags --status all --notes', 'all flags, decided and fixed ones and notes included'],
      ['errata export decisions > decisions.jsonl', 'the whole log, for `errata decide import` elsewhere'],
      ['errata export facts', 'claims that agree, with every place that supports or disputes them'],
    ],
    action: async (args, options) => (await import('../commands/export.ts')).exportCommand(args, options),
  },
  {
    name: 'search',
    about: 'find stored articles that have all the words',
    args: [{ name: '<words...>', about: 'words; quote several to find them side by side' }],
    options: [DB, { flags: '--limit <n>', about: 'articles at most', kind: 'number', default: '20' }, ...LOG],
    examples: [["errata search -- 'Lazarus Group' bank", 'articles with the name and the word']],
    action: async (args, options) => (await import('../commands/search.ts')).searchCommand(args, options),
  },
  {
    name: 'explain',
    about: 'what a check looks for, or one flag in full',
    args: [{ name: '<check|fingerprint>', about: 'id of a check, or the fingerprint of a stored flag' }],
    options: [DB, ...LOG],
    examples: [
      ['errata explain name-drift', 'what it catches, when it is wrong, examples'],
      ['errata explain 3f2a91', 'one flag with its evidence'],
    ],
    action: async (args, options) => (await import('../commands/explain.ts')).explainCommand(args, options),
  },
]
