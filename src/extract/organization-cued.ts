import { isGivenName } from '../knowledge/person-names.ts'
import { isWord } from '../knowledge/words.ts'
import type { ExtractContext } from '../model/stage.ts'
import { ofSpelling } from '../normalise/words.ts'
import { type Found, glued, isStart } from './found.ts'
import { companyCue } from './organization-cue.ts'
import { type Run, runs } from './runs.ts'
import type { Token } from './tokens.ts'

/** More words than this and it is a heading or a title, not a company nobody listed. */
const LONGEST = 3

/**
 * Organisations that nobody listed, by the words around them: "security firm Acme", "Acme, a Dutch hosting company",
 * "researchers at Acme", "AcmeSoft said" where the article speaks of a company. Known names of anything, and ordinary words, are not believed.
 */
export function cuedOrganizations(context: ExtractContext): Found[] {
  const { text, names } = context
  const found: Found[] = []
  let firm: boolean | undefined
  const isSpeakingFirm = ({ end, word }: Token): boolean => isBrand(word) && SPEAKS.test(text.slice(end, end + 16))
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
    if (glued(text, first.start, last.end)) continue
    if (!companyCue(text, first.start, last.end)) {
      if (first !== last || !isSpeakingFirm(first)) continue
      firm ??= speaksOfFirm(text)
      if (!firm) continue
    }
    found.push({ start: first.start, end: last.end, canonical: text.slice(first.start, last.end) })
  }
  return found
}

/** What a company does, and a product does not. */
const SPEAKS = /^ (?:said|says|announced|confirmed|disclosed|acknowledged|declined|revealed)\b/

/** Brands with a capital inside ("OneQuimby"); family names have theirs behind a particle ("McDuck", "DeVito"). */
const isBrand = ofSpelling(
  ({ text }) =>
    /^\p{Lu}\p{Ll}+\p{Lu}\p{L}+$/u.test(text) && !/^(?:Ma?c|D[aei]|L[aeo]|V[ao]n|Fitz|San|O)\p{Lu}/u.test(text),
)

/** Whether an article goes on to speak of a company. */
const speaksOfFirm = (text: string): boolean => /\b[Tt]he (?:company|firm|startup|start-up|vendor)\b/.test(text)

/** Acronyms of the trade and of offices, which stand before "employees" or "officials" too. */
export const ACRONYMS = new Set(
  `CEO CTO CISO CIO CFO COO CSO USB VPN DNS SMS ATM PDF SSL TLS API SQL PIN POS SIM GPS RFID IOT APT RAT DDOS HTTP HTTPS FTP SSH RDP
  SMB AES RSA PGP XML HTML PHP CSS IDS IPS SOC SIEM EDR MFA OTP IVR VIP CCTV HTML5 GDPR HIPAA PCI PII PHI BEC C2 VBA CPU GPU RAM
  DLL EXE ISP ISPS MSP MSPS SMBS LAN WAN WIFI NFC VOIP ICS SCADA OT SSN DMV VPS VM TOR CMS CRM ERP SAAS TTP TTPS IOC IOCS CVE`.split(
    /\s+/,
  ),
)

/** Words of the trade that no dictionary has yet. */
const TRADE = new Set(
  'cybersecurity cyberattack cyberattacks cybercrime ransomware malware spyware phishing blockchain cryptocurrency fintech antivirus'.split(
    ' ',
  ),
)

const ordinary = (run: Run): boolean => run.every(({ word }) => isPlain(word))
const isPlain = ofSpelling(
  ({ text, small }) =>
    isWord(small) || TRADE.has(small) || text.length < 3 || ACRONYMS.has(text.toUpperCase()) || /^[\d-]+$/.test(text),
)

/** A given name and another word are a person, whatever stands around them. */
const somebody = (run: Run): boolean => run.length > 1 && isGivenName(run[0]?.text ?? '')
