import { SEVERITIES } from '../../model/discrepancy.ts'
import type { FlagGroup } from '../group.ts'
import type { Report } from '../report.ts'
import { figure, SEVERITY_WORDS, sentenceCase } from '../words.ts'
import { inline, type Markup, markup } from './markup.ts'

/** A part of the report under its own heading. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly groups: readonly FlagGroup[]
}

/**
 * The parts of a report in reading order: by severity; when it is compared with an earlier run, what is new, still open,
 * gone and decided; what has been decided always comes last.
 */
export function sections(report: Report, groups: readonly FlagGroup[]): Section[] {
  const decided = (group: FlagGroup): boolean => group.flags.every(flag => flag.status !== 'open')
  const gone = (group: FlagGroup): boolean => group.flags[0].status === 'fixed'
  const fresh = (group: FlagGroup): boolean => group.flags[0].state === 'new'
  const open = groups.filter(group => !gone(group) && !decided(group))
  const parts: Section[] =
    report.since === undefined
      ? SEVERITIES.map(severity => ({
          id: severity,
          title: sentenceCase(SEVERITY_WORDS[severity][1]),
          groups: open.filter(group => group.severity === severity),
        }))
      : [
          { id: 'new', title: 'New', groups: open.filter(fresh) },
          { id: 'still-open', title: 'Still open', groups: open.filter(group => !fresh(group)) },
        ]
  return [
    ...parts,
    { id: 'gone', title: 'Gone from the articles', groups: groups.filter(gone) },
    { id: 'decided', title: 'Decided', groups: groups.filter(group => !gone(group) && decided(group)) },
  ]
    .filter(part => part.groups.length > 0)
    .map(part => ({ ...part, title: `${part.title} (${extent(part.groups)})` }))
}

/** "3", or "5 flags with 3 causes" where these differ: the numbers that the summary gives. */
export function extent(groups: readonly FlagGroup[]): string {
  const flags = groups.reduce((sum, group) => sum + group.flags.length, 0)
  if (flags === groups.length) return figure(flags)
  return `${figure(flags)} flags with ${figure(groups.length)} ${groups.length === 1 ? 'cause' : 'causes'}`
}

/** A cause in one line, for long reports. */
export const row = (group: FlagGroup, address: string, title: string): Markup =>
  markup`<li><span class="badge ${group.severity}">${sentenceCase(SEVERITY_WORDS[group.severity][0])}</span> <a href="${address}">${inline(group.flags[0].message)}</a> <span class="in">in ${inline(title)}</span></li>\n`
