import { statSync } from 'node:fs'
import { ruleId } from '../run/rules.ts'
import { changeRules, type Rule, readSuppressions, type Suppressions } from '../run/suppressions.ts'

/** The team's file beside the store: read when it has changed; rules are added to it and taken out of it. */
export interface TeamFile {
  readonly file: string
  /** The same object as long as the file is the same. @throws FatalError 2 naming what is wrong with it */
  read(): Promise<Suppressions>
  /** @returns the rule's id. @throws FatalError 2 when it is no rule */
  add(rule: Rule): string
  /** @returns the rule that was taken out; undefined when there was none of this id */
  remove(id: string): Rule | undefined
}

/** Opens the team's file. @throws FatalError 2 naming the file and what is wrong with it */
export function openTeam(file: string): TeamFile {
  const stampOf = (): string => {
    const { mtimeMs, size, ino } = statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0, ino: 0 }
    return `${mtimeMs}/${size}/${ino}`
  }
  let stamp = stampOf()
  let content = readSuppressions(file)
  const read = async (): Promise<Suppressions> => {
    const now = stampOf()
    if (now === stamp) return content
    content = readSuppressions(file)
    stamp = now
    return content
  }
  return {
    file,
    read,
    add(rule) {
      const id = ruleId(rule)
      changeRules(file, rules => [...rules.filter(other => ruleId(other) !== id), rule])
      return id
    },
    remove(id) {
      let found: Rule | undefined
      changeRules(file, rules => {
        found = rules.find(rule => ruleId(rule) === id)
        return rules.filter(rule => rule !== found)
      })
      return found
    },
  }
}
