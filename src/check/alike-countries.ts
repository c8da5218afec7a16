/** Countries whose names writers take for one another: by sound, or by the half that they share (ISO 3166). */
const PAIRS: readonly string[] = [
  'ru ro',
  'kp kr',
  'at au',
  'ir iq',
  'sk si',
  'lv lt',
  'se ch',
  'ng ne',
  'py uy',
  'zm zw',
  'ie is',
  'lr ly',
  'mr mu',
  'ml mw',
  'gm gh',
  'co cr',
]
const ALIKE: ReadonlySet<string> = new Set(
  PAIRS.flatMap(pair => {
    const [a, b] = pair.split(' ')
    return [`country/${a} country/${b}`, `country/${b} country/${a}`]
  }),
)

/** Whether two countries (by their keys) have names that writers mix up. */
export const alikeCountries = (a: string, b: string): boolean => ALIKE.has(`${a} ${b}`)
