import { describe, expect, it } from 'vitest'
import { flagsText, mentionsText, tallyText, wantsColour } from '../../src/report/terminal.ts'
import { sampleReport } from './sample.ts'

const report = sampleReport()
const item = await report.document('news/heist.html')
if (!item) throw new Error('the sample lacks its article')
const mentions = item.links.map(({ mention }) => mention)

describe('colours', () => {
  it('are used on a terminal only, and never against NO_COLOR', () => {
    expect(wantsColour({ isTTY: true }, {})).toBe(true)
    expect(wantsColour({}, {})).toBe(false)
    expect(wantsColour({ isTTY: true }, { NO_COLOR: '1' })).toBe(false)
    expect(wantsColour({ isTTY: true }, { NO_COLOR: '' })).toBe(true)
    expect(wantsColour({ isTTY: true }, { TERM: 'dumb' })).toBe(false)
    expect(wantsColour({}, { FORCE_COLOR: '1' })).toBe(true)
    expect(wantsColour({}, { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false)
  })
})

describe('flags for people', () => {
  it('name the document, the words, the suggestion and the facts', () => {
    const text = flagsText(item, report.flags, false)
    expect(text).toContain('news/heist.html  The <heist> of 2016')
    expect(text).toContain('70 >>APT33<< then sent the money')
    expect(text).toContain('suggestion: APT33 \u2192 APT38')
    expect(text).toContain('APT33 is attributed to Iran (IR) [mitre/cti@421deacb v18.1]')
  })

  it('show what would act on a terminal', () => {
    const text = flagsText(item, report.flags, false)
    expect(text).toContain('\\u202eedoc\\u202c')
    expect(text).not.toContain('\u202e')
    expect(text).not.toContain('\u001b')
  })

  it('count what was found', () => {
    expect(tallyText(report.flags, 3, false)).toBe('1 warning, 1 error, 1 note in 1 of 3 documents\n')
    expect(tallyText([], 1, false)).toBe('nothing to flag in one document\n')
  })
})

describe('an article with marks', () => {
  it('names types where there is no colour', () => {
    const text = mentionsText(item.doc, mentions, false)
    expect(text).toContain('Hackers of the group [APT38|actor] stole \u{1f4b0} [$81 million|money]')
    expect(text.trimEnd().split('\n').at(-1)).toBe('actor 2  money 1  organization 1')
  })

  it('paints the words where there is', () => {
    expect(mentionsText(item.doc, mentions, true)).toContain('the group \u001b[35mAPT38\u001b[0m stole')
  })
})
