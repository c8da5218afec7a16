import { describe, expect, it } from 'vitest'
import { claimsOf, linesOf } from './sample.ts'

describe('claims on attacks', () => {
  it('takes victims that nothing knows, and what befell them in later sentences', async () => {
    expect(
      await linesOf(
        'Kettle Valley Water was targeted by hackers last year. The attack exposed the names, addresses and phone numbers of 12,000 customers.',
      ),
    ).toEqual([
      'organization:kettlevalleywater attacked-by hackers (asserted)',
      'organization:kettlevalleywater records-exposed 12,000 (asserted)',
      'organization:kettlevalleywater data-exposed the names, addresses and phone numbers (asserted)',
    ])
    expect(await linesOf('Tesco Bank fell victim to a phishing scam. The attackers demanded 4 bitcoin.')).toEqual([
      'organization/tesco-bank suffered a phishing scam (asserted)',
      'organization/tesco-bank ransom-demanded 4 bitcoin (asserted)',
    ])
  })

  it('takes no rumour for what happened', async () => {
    expect(await linesOf('Rumors that PayPal was hacked are false.')).toEqual([])
    expect(await linesOf('PayPal was hacked.')).toEqual(['organization/paypal suffered was hacked (asserted)'])
  })

  it('leaves "the attack" alone where two were hit, or another stands beside it', async () => {
    const two = 'Tesco Bank was hit by malware. Equifax was hit by ransomware. The attack exposed 12,000 records.'
    expect((await linesOf(two)).filter(line => line.includes('records-exposed'))).toEqual([])
    const beside = 'Tesco Bank was hit by malware. Like Equifax, the attack exposed 12,000 records.'
    expect((await linesOf(beside)).filter(line => line.includes('tesco-bank records-exposed'))).toEqual([])
  })

  it('takes both of two joined victims', async () => {
    expect(
      (await linesOf('Yahoo and Google were hit by a ransomware attack.')).filter(line => line.includes('suffered')),
    ).toEqual([
      'organization/yahoo suffered a ransomware attack (asserted)',
      'organization/google suffered a ransomware attack (asserted)',
    ])
  })

  it('takes attacks that are only mentioned, without the stance and the day of what is said of them', async () => {
    const [claim] = await claimsOf('The breach at Equifax was discovered on 29 July 2017.')
    expect(claim).toMatchObject({ subject: 'organization/equifax', predicate: 'suffered', stance: 'asserted' })
    expect(claim).not.toHaveProperty('time')
    expect(await linesOf('China has denied any role in the Equifax breach.')).toContain(
      'organization/equifax suffered breach (asserted)',
    )
    expect(await linesOf('There was no evidence of a breach at Google.')).toEqual([
      'organization/google suffered a breach (denied)',
    ])
  })

  it('takes nothing from what was averted or might be', async () => {
    expect(await linesOf('The update was released to prevent an attack on Google.')).toEqual([])
    expect(await linesOf('They spoke of the risk of a breach at Google.')).toEqual([])
  })

  it('takes ordinary words, demonyms and programs for no victims', async () => {
    expect(await linesOf('Argentinean users were hacked. Windows was hacked. Researchers were hacked.')).toEqual([])
  })

  it('takes who was impersonated, as a fact though the mail only claims it', async () => {
    expect(await linesOf('Cybercriminals sent emails claiming to be from Netflix.')).toEqual([
      'organization/netflix impersonated-by emails (asserted)',
    ])
  })

  it('takes who refused to pay as a denial', async () => {
    expect(await linesOf('Microsoft refused to pay the ransom of $5,000.')).toEqual([
      'organization/microsoft ransom-paid $5,000 (denied)',
    ])
  })
})

describe('claims on flaws and malware', () => {
  it('takes what malware does, and "It" for the one that the sentence before is about', async () => {
    expect(await linesOf('WannaCry encrypts files on shared drives. It was first seen in 2017.')).toEqual([
      'malware/wannacry does encrypts files (asserted)',
      'malware/wannacry discovered-on 2017 (asserted)',
    ])
    expect(await linesOf('WannaCry resembles Petya. It was first seen in 2017.')).toEqual([])
  })

  it('takes finders behind "researchers at", and flaws with the program they are in', async () => {
    expect(
      await linesOf(
        'Researchers at Kaspersky discovered a zero-day vulnerability in Windows. CVE-2024-1234 is a buffer overflow.',
      ),
    ).toEqual([
      'organization/kaspersky found a zero-day vulnerability in Windows (asserted)',
      'cve:cve20241234 is-a a buffer overflow (asserted)',
    ])
  })
})

describe('claims on people, firms and what they do', () => {
  it('takes callings, owners and employers, of names that nothing knows too', async () => {
    expect(
      await linesOf(
        'Security researcher Kevin Mandia spoke. Instagram, which is owned by Facebook, grew. The talk was by Kevin Mandia, an analyst at Kettle Security.',
      ),
    ).toEqual(
      expect.arrayContaining([
        'person:kevinmandia is-a Security researcher (asserted)',
        'organization/facebook owns organization:instagram (asserted)',
        'organization:kettlesecurity employs Kevin Mandia (asserted)',
      ]),
    )
  })

  it('takes what victims do about it', async () => {
    expect(
      await linesOf(
        'Apple notified the FBI. Apple is investigating the breach. Apple reset the passwords of its users.',
      ),
    ).toEqual([
      'organization/apple notified FBI (asserted)',
      'organization/apple investigates the breach (asserted)',
      'organization/apple countered-by reset the passwords (asserted)',
    ])
  })

  it('takes other deeds of whoever begins a clause, once', async () => {
    expect(await linesOf('Microsoft bought three servers in Berlin. Microsoft fixed the critical flaw.')).toEqual([
      'organization/microsoft did bought three servers (asserted)',
      'organization/microsoft fixed the critical flaw (asserted)',
    ])
    expect(await linesOf('Malware that resembles Microsoft used three servers.')).toEqual([])
  })
})

describe('what descriptions stand for', () => {
  it('takes "the bank" for no security firm', async () => {
    expect(await linesOf('Kaspersky wrote a report. The bank was hit by ransomware.')).toEqual([])
    expect(await linesOf('Tesco Bank wrote a report. Kaspersky read it. The bank was hit by ransomware.')).toEqual([
      'organization/tesco-bank suffered ransomware (asserted)',
    ])
  })
})
