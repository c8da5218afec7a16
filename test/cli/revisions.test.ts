import { copyFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fiveFlags, name } from '../review/store.ts'
import { errata, lines } from './errata.ts'
import { scratch } from './folder.ts'

const at = scratch()

/** A newsroom of its own: publish a text, run, and see what stands of the flags on "APT33". */
function newsroom(name: string) {
  const file = at(`${name}.txt`)
  const db = at(`${name}.sqlite`)
  const publish = (text: string): void => {
    writeFileSync(file, text)
    expect(errata('run', file, '--db', db, '--out', at(name), '--threads', '0').status).toBe(0)
  }
  const flags = () =>
    lines(errata('export', 'flags', '--db', db, '--status', 'all').stdout)
      .filter(({ text }) => text === 'APT33')
      .map(({ start, status, fingerprint }) => ({
        start: Number(start),
        status: String(status),
        print: String(fingerprint),
      }))
  const decide = (print: string | undefined, verdict: string): void => {
    expect(errata('decide', print ?? '', verdict, '--reviewer', 'R', '--db', db).status).toBe(0)
  }
  return { db, publish, flags, decide }
}

const OPENING = 'North Korean hackers, dubbed APT38, robbed banks for Pyongyang.'

describe('revisions of one article', () => {
  const { db, publish, flags, decide } = newsroom('three')
  const article = (first: string, second: string, third: string): string =>
    `${OPENING} ${first} stole $100 million in 2016. Investigators say ${second} waited for months. In the end ${third} wiped the disks. North Korea denied it.\n`

  it('become two fixed flags and one that stays open, with what was decided on it, when two of three places are mended', () => {
    publish(article('APT33', 'APT33', 'APT33'))
    const [, , third] = flags()
    expect(flags().map(({ status }) => status)).toEqual(['open', 'open', 'open'])
    decide(third?.print, 'unsure')
    publish(article('APT38', 'APT38', 'APT33'))
    expect(flags().map(({ status }) => status)).toEqual(['unsure', 'fixed', 'fixed'])
    expect(flags()[0]?.print).toBe(third?.print)
    publish(article('APT38', 'APT38', 'APT33').replace('In the end', 'They paused.\n\nIn the end'))
    expect(flags()[0]).toMatchObject({ print: third?.print, status: 'unsure' })
    expect(errata('verify', '--db', db).status).toBe(0)
  })

  it('show a flag anew when the old words come back', () => {
    publish(article('APT38', 'APT38', 'APT38'))
    expect(flags().map(({ status }) => status)).toEqual(['fixed', 'fixed', 'fixed'])
    publish(article('APT38', 'APT38', 'APT33'))
    expect(flags().map(({ status }) => status)).toEqual(['unsure', 'fixed', 'fixed'])
  })
})

describe('a verdict on a cause', () => {
  it('is given on all its open places, and taken back step by step', () => {
    const { db, publish, flags, decide } = newsroom('cause')
    publish(
      `${OPENING} APT33 stole $100 million in 2016. Investigators say APT33 waited. In the end APT33 wiped the disks.\n`,
    )
    const [first, second, third] = flags()
    const said = (...words: string[]): unknown => {
      const { status, stderr } = errata('decide', ...words, '--reviewer', 'R', '--db', db)
      return status === 0 ? flags().map(one => one.status) : stderr
    }
    decide(second?.print, 'dismissed')
    expect(said(first?.print ?? '', 'confirmed', '--cause')).toEqual(['confirmed', 'dismissed', 'confirmed'])
    expect(said(third?.print ?? '', 'unsure')).toEqual(['confirmed', 'dismissed', 'unsure'])
    expect(said(third?.print ?? '', 'undo')).toEqual(['confirmed', 'dismissed', 'confirmed'])
    expect(said(third?.print ?? '', 'undo', '--cause')).toEqual(['open', 'dismissed', 'open'])
    expect(said(third?.print ?? '', 'undo')).toContain('no further verdict to take back')
  })

  it("leaves alone what the team's file has decided", () => {
    const { db, publish, flags, decide } = newsroom('team')
    publish(
      `${OPENING} APT33 stole $100 million in 2016. Investigators say APT33 waited. In the end APT33 wiped the disks.\n`,
    )
    const [first, second] = flags()
    const before = at('before.sqlite')
    copyFileSync(db, before)
    decide(second?.print, 'dismissed')
    const file = at('team.json')
    expect(errata('decide', 'save', file, '--db', db).status).toBe(0)
    const onCause = (verdict: string) =>
      errata('decide', first?.print ?? '', verdict, '--cause', '--suppressions', file, '--db', before)
    expect(onCause('confirmed')).toMatchObject({ status: 0 })
    const decided = () => lines(errata('export', 'decisions', '--db', before).stdout).map(line => line['fingerprint'])
    expect(decided()).toHaveLength(2)
    expect(decided()).not.toContain(second?.print)
    expect(onCause('undo')).toMatchObject({ status: 0 })
    expect(decided()).toHaveLength(4)
  })

  it('is told of place by place', async () => {
    const db = at('places.sqlite')
    await (await fiveFlags(db)).close()
    expect(errata('decide', name(1), 'confirmed', '--cause', '--db', db).stderr).toBe(
      `${name(1)} confirmed: APT33 is a slip.\n${name(2)} confirmed: APT34 is a slip too.\n`,
    )
  })
})

describe('equal sentences', () => {
  const SAME = 'APT33 stole $100 million.'
  const article = (...middle: string[]): string => `${OPENING} ${middle.join(' ')} North Korea denied it.\n`

  it('keep their decisions apart when the first of them is mended', () => {
    const { publish, flags, decide } = newsroom('equal')
    publish(article(SAME, 'Nobody noticed.', SAME, 'It was late.', SAME))
    const [first, second, third] = flags()
    expect(new Set([first?.print, second?.print, third?.print]).size).toBe(3)
    decide(first?.print, 'dismissed')
    decide(second?.print, 'confirmed')
    publish(article('APT38 stole $100 million.', 'Nobody noticed.', SAME, 'It was late.', SAME))
    expect(flags().map(({ status }) => status)).toEqual(['confirmed', 'open', 'fixed'])
    publish(article('APT38 stole $100 million.', 'Nobody noticed.', 'APT38 stole $100 million.', 'It was late.', SAME))
    expect(flags().map(({ status }) => status)).toEqual(['open', 'fixed', 'fixed'])
    publish(article(SAME, 'Nobody noticed.', SAME, 'It was late.', SAME))
    expect(flags().map(({ status }) => status)).toEqual(['dismissed', 'confirmed', 'open'])
  })

  it('give the one that is left its own decision, not that of the one that went', () => {
    const { publish, flags, decide } = newsroom('left')
    publish(article(SAME, 'Nobody noticed.', SAME))
    decide(flags()[0]?.print, 'dismissed')
    publish(article('Nobody noticed.', SAME))
    expect(flags().map(({ status }) => status)).toEqual(['open', 'fixed'])
    decide(flags()[0]?.print, 'confirmed')
    publish(article(SAME, 'Nobody noticed.', SAME))
    expect(flags().map(({ status }) => status)).toEqual(['dismissed', 'confirmed'])
  })

  it('do not share a decision when one comes to stand on each side of where it was', () => {
    const { publish, flags, decide } = newsroom('sides')
    publish(article('Nobody noticed.', SAME, 'It was late.'))
    decide(flags()[0]?.print, 'dismissed')
    publish(article('Nobody noticed.', SAME, 'They paused.', SAME, 'It was late.'))
    expect(flags().map(({ status }) => status)).toEqual(['dismissed', 'open'])
  })

  it('are asked of again when nothing tells which of them is left', () => {
    const { publish, flags, decide } = newsroom('which')
    publish(article('Nobody noticed.', SAME, 'Nobody noticed.', SAME, 'It was late.'))
    decide(flags()[1]?.print, 'dismissed')
    publish(article('Nobody noticed.', SAME, 'They paused.'))
    expect(flags().map(({ status }) => status)).toEqual(['open', 'fixed', 'fixed'])
  })
})
