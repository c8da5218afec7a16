import { isGivenName } from '../knowledge/person-names.ts'
import { isWord } from '../knowledge/words.ts'
import type { ExtractContext } from '../model/stage.ts'
import { ofSpelling } from '../normalise/words.ts'
import { type Found, glued, isStart } from './found.ts'
import { companyCue } from './organization-cue.ts'
import { type Run, runs } from './runs.ts'

/** More words than this and it is a heading or a title, not a company nobody listed. */
const LONGEST = 3

/**
 * Organisations that nobody listed, by the words around them: "security firm Acme", "Acme, a Dutch hosting company",
 * "researchers at Acme". Known names of anything, and ordinary words, are not believed.
 */
export function cuedOrganizations(context: ExtractContext): Found[] {
  const { text, names } = context
  const found: Found[] = []
  for (const run of runs(context)) {
    const first = run[0]
    const last = run.at(-1)
    if (
      !first ||
      !last ||
      run.length > LONGEST ||
      run.some(({ start }) => isStart(names, start)) ||
      ordinary(run) ||
      somebody(run)
    )
      continue
    if (glued(text, first.start, last.end) || !companyCue(text, first.start, last.end)) continue
    found.push({ start: first.start, end: last.end, canonical: text.slice(first.start, last.end) })
  }
  return found
}

/** Acronyms of the trade and of offices, which stand before "employees" or "officials" too. */
export const ACRONYMS = new Set(
  `CEO CTO CISO CIO CFO COO CSO USB VPN DNS SMS ATM PDF SSL TLS API SQL PIN POS SIM GPS RFID IOT APT RAT DDOS HTTP HTTPS FTP SSH RDP
  SMB AES RSA PGP XML HTML PHP CSS IDS IPS SOC SIEM EDR MFA OTP IVR VIP CCTV HTML5 GDPR HIPAA PCI PII PHI BEC C2 VBA CPU GPU RAM
  DLL EXE ISP ISPS MSP MSPS SMBS LAN WAN WIFI NFC VOIP ICS SCADA OT SSN DMV VPS VM TOR CMS CRM ERP SAAS TTP TTPS IOC IOCS CVE`.split(
    /\s+/,
  ),
)

const ordinary = (run: Run): boolean => run.every(({ word }) => isPlain(word))
const isPlain = ofSpelling(
  ({ text, small }) => isWord(small) || text.length < 3 || ACRONYMS.has(text.toUpperCase()) || /^[\d-]+$/.test(text),
)

/** A given name and another word are a person, whatever stands around them. */
const somebody = (run: Run): boolean => run.length > 1 && isGivenName(run[0]?.text ?? '')
