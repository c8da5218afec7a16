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

  it('has no time that no day or year tells', async () => {
    const [vague] = await claimsOf('A few days later, Cloudflare disabled three features on its platform.')
    expect(vague).toMatchObject({ subject: 'organization/cloudflare', predicate: 'countered-by' })
    expect(vague?.time).toBeUndefined()
    const [told] = await claimsOf('On 3 May 2024, Cloudflare disabled three features on its platform.')
    expect(told?.time?.timex).toBe('2024-05-03')
  })
})
