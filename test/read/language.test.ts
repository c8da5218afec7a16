import { expect, it } from 'vitest'
import { languageOf } from '../../src/read/language.ts'

it.each([
  ['en', 'FireEye reported losses of $2 million.'],
  ['en', 'The thieves are said to have taken millions of dollars from banks in Mexico.'],
  ['de', 'Die Behörden in Berlin haben mitgeteilt, dass die Hacker 20 Millionen Euro gestohlen haben.'],
  ['fr', 'Les pirates ont volé des millions de dollars à une banque du Chili.'],
  ['es', 'Los hackers robaron 10 millones de dólares de un banco en México, según la policía.'],
  ['it', 'Gli hacker hanno rubato milioni di dollari a una banca in Italia.'],
  ['pt', 'Os hackers roubaram milhões de dólares de um banco no Brasil.'],
  ['nl', 'De hackers hebben miljoenen euro gestolen van een bank in Nederland.'],
  ['ru', 'Хакеры украли миллионы долларов у банка, сообщили эксперты.'],
  ['uk', 'Хакери викрали мільйони доларів у банку, повідомила поліція України.'],
  ['zh', '黑客从银行窃取了数百万美元。'],
  ['ja', 'ハッカーは銀行から数百万ドルを盗んだ。'],
  ['ko', '해커들이 은행에서 수백만 달러를 훔쳤다.'],
  ['ar', 'سرق القراصنة ملايين الدولارات من البنوك'],
  ['und', 'APT33, APT34, Lazarus, TEMP.Hermit'],
  ['und', '2018-10-03'],
  ['und', '100k'],
  ['und', '1 over twenty-one'],
  ['und', '9a2fdaac2e764b8e50adbd9ebca4d8d510c2df9af6c5c6a19c721621dd873e1'],
  ['und', 'Book a first class seat to Seattle'],
  ['en', "For now, China's and Peru's banks pay."],
])('finds %s in %j', (language, text) => {
  expect(languageOf(text)).toBe(language)
})

it('takes bounded time', () => {
  const begin = performance.now()
  for (const run of ['a', ' ', 'the ', 'é', '字']) languageOf(run.repeat(1_000_000))
  expect(performance.now() - begin).toBeLessThan(1000)
})
