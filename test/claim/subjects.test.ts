import { describe, expect, it } from 'vitest'
import { claimsOf, linesOf } from './sample.ts'

describe('subjects of claims', () => {
  it('takes a person for one, whatever firm bears the name', async () => {
    expect(await linesOf('Kaspersky Lab founder Eugene Kaspersky denied responsibility for the NSA hack.')).toEqual([
      'person:eugenekaspersky responsible-for NSA (denied, says person:eugenekaspersky)',
      'organization/nsa suffered hack (asserted)',
      'organization/kaspersky employs person:eugenekaspersky (asserted)',
    ])
    expect(await linesOf('Will Kaspersky fix it? Kaspersky denied responsibility for the NSA hack.')).toContain(
      'organization/kaspersky responsible-for NSA (denied, says organization/kaspersky)',
    )
  })

  it('takes a name with "who" or a calling for a person', async () => {
    expect(await linesOf('Hutchins, who stopped WannaCry, works at Kryptos Logic.')).toEqual([
      'person:hutchins did stopped WannaCry (asserted)',
    ])
    expect(await linesOf('Last week security researcher Kovacs published the tool on a forum.')).toEqual([
      'person:kovacs did published the tool (asserted)',
    ])
    expect(await linesOf('Widgetron published the tool on a forum.')).toEqual([
      'organization:widgetron did published the tool (asserted)',
    ])
  })

  it('takes a word of a name for the person who bears it', async () => {
    expect(
      await linesOf(
        'The tool is the work of researcher Gal Beniamini. Using it, Beniamini published the keys on a forum.',
      ),
    ).toContain('person:galbeniamini did published the keys (asserted)')
    expect(
      await linesOf('The tool is the work of Garrett Krzmpt. Using it, Krzmpt published the keys on a forum.'),
    ).toContain('person:garrettkrzmpt did published the keys (asserted)')
    expect(
      await linesOf('The tool is the work of Widgetron Krzmpt. Using it, Krzmpt published the keys on a forum.'),
    ).toContain('organization:krzmpt did published the keys (asserted)')
  })

  it('takes no place for the trust that bears its name', async () => {
    expect(
      (await linesOf('It follows an attack on the Lincolnshire and Goole Foundation Trust in October.')).join(),
    ).not.toContain('place/lincolnshire')
  })

  it('does not take the one known firm for the unknown one that an article is about', async () => {
    const about = 'Widgetron was breached on Monday. It uses software from Oracle. '
    expect((await linesOf(`${about}The company lost $2 million in the attack.`)).join()).not.toContain('loss')
    expect(await linesOf(`Oracle said so. Oracle was hit. The company lost $2 million in the attack.`)).toContain(
      'organization/oracle loss $2 million (asserted)',
    )
    expect(
      await linesOf('Kubernetes is popular. Red Hat mended it. The company lost $2 million in the attack.'),
    ).toContain('organization/red-hat loss $2 million (asserted)')
  })

  it('says once what a victim did about an attack', async () => {
    expect(await linesOf('Widgetron restored its servers on Monday.')).toEqual([
      'organization:widgetron countered-by restored its servers (asserted)',
    ])
  })
})

describe('stances and times', () => {
  it('is sure of a flaw whatever it allows', async () => {
    expect(await linesOf('A critical flaw in Cisco IOS allows attackers to run code.')).toEqual([
      'organization/cisco has-flaw A critical flaw in Cisco IOS (asserted)',
    ])
    expect(await linesOf('A bug allows what Fancy Bear used Zebrocy for.')).toEqual([
      'actor/apt28 uses Zebrocy (hedged)',
    ])
  })

  it('is sure that somebody tried or failed, not that somebody will', async () => {
    expect(
      await linesOf(
        'Google attempted to close the forum. Google failed to close the forum. Google plans to close the forum. Google did not close the forum.',
      ),
    ).toEqual([
      'organization/google did attempted to close the forum (asserted)',
      'organization/google did failed to close the forum (asserted)',
      'organization/google did plans to close the forum (planned)',
    ])
    expect(await linesOf('Google has not sent the letter. Google reportedly sent the letter.')).toEqual([
      'organization/google did sent the letter (denied)',
      'organization/google did sent the letter (hedged)',
    ])
  })

  it('has nobody say who he is himself', async () => {
    const told = await claimsOf('"We lost all the data on that day," Google researcher Jane Roe said.')
    expect(told.map(({ subject, predicate, speaker }) => [subject, predicate, speaker])).toEqual([
      ['organization/google', 'employs', undefined],
      ['person:janeroe', 'said', undefined],
    ])
  })

  it('has no time that no day or year tells', async () => {
    const [vague] = await claimsOf('A few days later, Cloudflare disabled three features on its platform.')
    expect(vague).toMatchObject({ subject: 'organization/cloudflare', predicate: 'countered-by' })
    expect(vague?.time).toBeUndefined()
    const [told] = await claimsOf('On 3 May 2024, Cloudflare disabled three features on its platform.')
    expect(told?.time?.timex).toBe('2024-05-03')
  })
})
