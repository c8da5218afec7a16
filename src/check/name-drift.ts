import type { Check } from '../model/stage.ts'
import { linked } from './by-type.ts'
import { driftByCount } from './drift-by-count.ts'
import { driftByCountry } from './drift-by-country.ts'
import { NONE } from './once.ts'
import { mayDrift, seriesDrift } from './series-drift.ts'

/** A look-alike designation stands where the article's main group is meant. */
export const nameDrift: Check = {
  id: 'name-drift',
  severity: 'error',
  title: 'A look-alike name stands for the article\u2019s main group',
  why:
    'Catches a designation one digit, or two digits swapped, away from the one that the article is about: a group from a country that the ' +
    'article never names, or one that it never introduces (a warning when that group is a known one); and identifiers of vulnerabilities and bulletins of which one looks like a slip for the other. Wrong when ' +
    'the article really brings in the other group or vulnerability without a word on it.',
  examples: {
    flagged: [
      'The flaw of MS17-010 is old. MS17-010 is patched. Install [[MS17-100]] now.',
      'See [the flaw [[CVE-2012-5007]]](https://example.com/?name=CVE-2012-0507) for more.',
      'TA505 is back. Mails by TA505 carry macros. The lures of TA505 are old. Then [[TA550]] moved on.',
      'APT29 is back. Mails by APT29 carry macros. A server had been rented by [[APT92]], but a second look showed that the address had been used by APT29 since May.',
      'Patch CVE-2018-15981 now. It is urgent, for [[CVE-2018-51981]] is exploited.',
      'North Korean hackers, dubbed APT38, robbed banks for Pyongyang. [[APT33]] stole over a hundred million dollars. North Korea denied it.',
    ],
    clean: [
      'CVE-2018-8174 and CVE-2018-8120 are exploited. CVE-2018-8120 is old. Fixed too are CVE-2018-8170 and CVE-2018-8141. So are CVE-2018-0959 and CVE-2018-0961.',
      'Patch [CVE-2017-0144](https://example.com/CVE-2017-0144). MS17-010 and MS17-011 are out; MS17-010 matters.',
      'North Korean hackers, dubbed APT38, robbed banks. Iran\u2019s APT33 spied on airlines. North Korea and Pyongyang denied it.',
      'APT28 and APT29 are both Russian groups. Russia denied it, and Moscow had no comment.',
      'APT29 is back. Mails by APT29 carry macros. The lures of APT29 are old. APT28, which belongs to the GRU, was not involved.',
      'APT29 is back. Mails by APT29 carry macros. The lures of APT29 are old. Its rival APT28 was not seen. In 2016, APT28 leaked the mail of Democrats.',
      'FIN7 is back. Mails by FIN7 carry macros. The lures of FIN7 are old. Researchers tie the server to FIN8.',
    ],
  },
  run: context =>
    linked(context, 'actor').length < 2 && !mayDrift(context.doc.text)
      ? NONE
      : [...driftByCountry(context), ...driftByCount(context), ...seriesDrift(context)],
}
