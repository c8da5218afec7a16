// Writes src/check/README.md from the title, why and examples of every check:
//   npm run generate
import { writeFileSync } from 'node:fs'
import { checks } from '../src/builtin.ts'
import type { Check } from '../src/model/stage.ts'

/** An example as Markdown: flagged words bold, characters that do not show made visible. */
const shown = (example: string): string =>
  example
    .replace(
      /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g,
      unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .replace(/([*_`<\\])/g, '\\$1')
    .replaceAll('[[', '**')
    .replaceAll(']]', '**')
    .replaceAll('\n', ' / ')

/** The whole page. */
export const checksReadme = (list: readonly Check[]): string =>
  `# The checks

Made by \`npm run generate\` from the checks themselves; the examples are also their tests. Each file that bears a check's
name is that check; the others are pieces that several share. [CALIBRATION.md](CALIBRATION.md) says how often flags of each confidence
are right.

${list
  .map(
    ({ id, severity, title, why, examples }) => `## ${id}

${title} (${severity}). ${why}

Flags the words in bold:

${examples.flagged.map(example => `- ${shown(example)}`).join('\n')}

Says nothing of:

${examples.clean.map(example => `- ${shown(example)}`).join('\n')}
`,
  )
  .join('\n')}`

if (import.meta.main) writeFileSync(new URL('../src/check/README.md', import.meta.url), checksReadme(checks))
