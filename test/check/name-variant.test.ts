import { describe, expect, it } from 'vitest'
import { nameVariant } from '../../src/check/name-variant.ts'
import { testCheck } from '../../src/testing.ts'

const { flagged, clean } = nameVariant.examples

/** Whether name-variant flags just the marked words of a text. */
const holds = (text: string) => () =>
  testCheck({
    ...nameVariant,
    examples: text.includes('[[') ? { flagged: [text], clean } : { flagged, clean: [text] },
  })

describe('name-variant', () => {
  const flags: Readonly<Record<string, string>> = {
    'a letter that sounds alike at the end':
      'The Shadow Brokers leak. The Shadow Brokers again. Shadow [[Brokerz]] too.',
    'a name in an ordinary word\u2019s letters': 'Fancy Bear is back. Fancy Bear wrote. So did [[Fency]] Bear.',
    'a surname given once in full': 'Lennart Poettering fixed it. The work of [[Poetterring]] goes on.',
    'an ordinary word where a surname speaks': 'Troy Hunt saw it. Hunt said so. Asked again, [[Hint]] said no.',
    'a phrase of three words':
      'Cisco patches Adaptive [[Securty]] Appliance software\n\nIts Adaptive Security Appliance is mended.',
    'the rarer of a known name and a misspelling':
      'GandCrab is back. [[GandGrab]] was seen. Victims of [[GandGrab]] paid. GandCrab went.',
    'a long surname with another last letter':
      'The defendants are Faramarz Savandi and Mohammad Mansouri. The breach was tied to [[Savanda]] and Mansouri.',
    'the letters of a speaker in another order':
      'Victor Gevers found it. Gevers told us. According to [[Gerves]], it is bad.',
    'two given names before one surname':
      'The app of Yaroslav Sherstuk is old. Yaroslav Sherstuk said so. [[Jaroslav]] Sherstuk left.',
  }
  for (const [name, text] of Object.entries(flags)) it(`flags ${name}`, () => expect(holds(text)).not.toThrow())

  const leaves: Readonly<Record<string, string>> = {
    'another first letter': 'Stephen Wong met Hong Kong police. Hong Kong it is. Wong said so.',
    acronyms: 'URLs and URIs and MaaS and RaaS and SaaS; URLs, URLs, MaaS, MaaS.',
    inflection: 'Indonesia and Indonesian firms. The Arabic press and Saudi Arabia. Germany, the Germans.',
    'a cognate': 'The Canada Revenue Agency, Agence du revenu du Canada. Revenue Agency, Revenue Agency.',
    'two camel-cased words': 'RouterOS runs on Routers of the maker. RouterOS is old. RouterOS is new.',
    'a plural in one phrase': 'The Pen Test Partners Group. The Pens Test Partners Group.',
    'anagrams that do not speak': 'Martin Alcorn met Pete Carlon. Mr. Alcorn left, and Carlon stayed.',
    'two known names': 'Iraq and Iran and Iran and Iran met.',
    'words that ordinary prose uses': 'The Code was lost. Google Code said so. Core was not.',
    'parts of addresses': 'Emotet came. Emotet went. Emotet hid in Emotat.exe and Win32/Emotit.A files.',
  }
  for (const [name, text] of Object.entries(leaves)) it(`leaves alone ${name}`, () => expect(holds(text)).not.toThrow())
})
