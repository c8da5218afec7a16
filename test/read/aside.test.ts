import { expect, it } from 'vitest'
import { asides } from '../../src/read/aside.ts'

const found = (text: string) => asides(text).map(({ start, end }) => text.slice(start, end))
const BODY = 'The bank said it lost $5 million to hackers who sent e-mail from support@example.com.\n'

it('finds bylines at the head and what publishers add at the tail', () => {
  const text = `By Jane Doe and John O’Neil, Staff Writers\n\n${BODY.repeat(10)}\n• Jane Doe can be reached at jdoe@example.com.\nPlease read our comment policy before commenting.\n© 2018 Example Media. All rights reserved.\n`
  expect(found(text)).toEqual([
    'By Jane Doe and John O’Neil, Staff Writers',
    'Jane Doe can be reached at jdoe@example.com.',
    'Please read our comment policy before commenting.',
    '© 2018 Example Media. All rights reserved.',
  ])
})

it('leaves the article alone', () => {
  expect(found(BODY)).toEqual([])
  expect(
    found(`${BODY}By Monday the bank had paid.\nPolice ask victims to forward the email to fraud@example.gov.\n`),
  ).toEqual([])
  expect(found(`${BODY.repeat(10)}By Jane Doe\n${BODY.repeat(10)}`)).toEqual([])
})

it('is linear in runs of one character', () => {
  const begin = performance.now()
  for (const run of ['a', ' ', '\n', 'By A', '@', '• ', 'a@']) asides(run.repeat(200_000))
  expect(performance.now() - begin).toBeLessThan(1000)
})
