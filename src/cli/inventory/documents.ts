import { type CommandSpec, FAIL_ON, KNOWLEDGE, LOG, NOTES, PLUGINS, PUBLISHED } from '../spec.ts'

const INPUTS = {
  name: '<input...>',
  about: 'files, folders, quoted globs, .jsonl files of documents, or - for standard input',
}

const LIMITS = {
  flags: '--limits <limits>',
  about: 'other limits of one document than the usual: seconds=20,tokens=2000000',
  kind: 'list',
} as const

const DOCS = [PUBLISHED, LIMITS, ...LOG]

/** Commands that store nothing, in the order of `errata --help`. */
export const documents: readonly CommandSpec[] = [
  {
    name: 'lint',
    about: 'check every document by itself, storing nothing',
    args: [INPUTS],
    options: [
      {
        flags: '--format <format>',
        about: 'text for people (the default on a terminal), jsonl for programs',
        choices: ['text', 'jsonl'],
      },
      NOTES,
      FAIL_ON,
      KNOWLEDGE,
      PLUGINS,
      ...DOCS,
    ],
    examples: [
      ['errata lint article.txt', 'what does not add up in one article'],
      ['curl -s https://example.org/a | errata lint -', 'the same for standard input'],
      ['errata lint --format jsonl articles > flags.jsonl', 'one flag a line'],
    ],
    action: async (args, options) => (await import('../commands/lint.ts')).lint(args, options),
  },
  {
    name: 'read',
    about: 'show the documents as errata reads them, storing nothing',
    args: [INPUTS],
    options: [
      { flags: '--format <format>', about: 'text is for people', choices: ['text', 'jsonl'], default: 'jsonl' },
      ...DOCS,
    ],
    examples: [
      ['errata read page.html', 'text, date, title and the way back to the page, as JSON'],
      ['errata read --format text page.html', 'the article, and in grey what was left out and why'],
    ],
    action: async (args, options) => (await import('../commands/read.ts')).readCommand(args, options),
  },
  {
    name: 'extract',
    about: 'show who, what, where, when and how much, storing nothing',
    args: [INPUTS],
    options: [
      { flags: '--format <format>', about: 'text is for people', choices: ['text', 'jsonl'], default: 'jsonl' },
      KNOWLEDGE,
      PLUGINS,
      ...DOCS,
    ],
    examples: [
      ['errata extract article.txt', 'mentions with places and values, one line a document'],
      ['errata extract --format text article.txt', 'the article with every mention marked'],
    ],
    action: async (args, options) => (await import('../commands/extract.ts')).extractCommand(args, options),
  },
]
