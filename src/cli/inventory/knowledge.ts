import { type CommandSpec, KNOWLEDGE } from '../spec.ts'

const TEXT_OR_JSON = {
  flags: '--format <format>',
  about: 'text for people, json for programs',
  choices: ['text', 'json'],
  default: 'text',
}

/** The knowledge base, in the order of `errata --help`. */
export const knowledge: readonly CommandSpec[] = [
  {
    name: 'knowledge lookup',
    about: 'who bears a name, who says so, and where the sources disagree',
    args: [{ name: '<name...>', about: 'a name or an id; quotes are not needed' }],
    options: [TEXT_OR_JSON, KNOWLEDGE],
    examples: [['errata knowledge lookup Hidden Cobra', 'names, countries, relations, disagreements']],
    action: async (args, options) =>
      (await import('../commands/knowledge-lookup.ts')).knowledgeLookup(args.join(' '), options),
  },
  {
    name: 'knowledge info',
    about: 'release, counts, sources and licences of the knowledge base',
    options: [TEXT_OR_JSON],
    examples: [['errata knowledge info', 'how much is known, and from where']],
    action: async (_, options) => (await import('../commands/knowledge-info.ts')).knowledgeInfo(options),
  },
  {
    name: 'knowledge build',
    about: 'make the tables from MISP galaxy clusters and ATT&CK bundles',
    args: [{ name: '<source...>', about: 'files or folders, .gz or not' }],
    options: [{ flags: '--out <folder>', about: 'where the tables go (default: the shipped ones)' }],
    examples: [['errata knowledge build misp-galaxy/clusters enterprise-attack.json', 'new tables from new releases']],
    action: async (args, options) => (await import('../commands/knowledge-build.ts')).knowledgeBuild(args, options),
  },
]
