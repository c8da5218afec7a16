/** A letter before a digit, or a lower-case letter before a capitalised part: where a name may be written apart. */
const JOINT = /[A-Za-z]\d|[a-z][A-Z][a-z]{2}/

/** Spellings that name the same thing: "APT38" is also written "APT 38", "BazarLoader" also "Bazar Loader". */
export function spellings(name: string): string[] {
  const list = [name]
  if (JOINT.test(name)) list.push(name.replace(/([A-Za-z])(?=\d)/g, '$1 ').replace(/([a-z])(?=[A-Z][a-z]{2})/g, '$1 '))
  if (/^[A-Za-z]+[- ]\d+$/.test(name)) list.push(name.replace(/[- ]/, ''))
  return list
}

const isGap = (code: number): boolean =>
  code === 32 ||
  code === 45 ||
  code === 95 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  (code >= 0x2010 && code <= 0x2015)

/** Whether a stretch of text spells the name with its own capitals, or all in capitals; spaces and hyphens aside. */
export function writtenAs(name: string, text: string, start: number, end: number): boolean {
  const upper = name.toUpperCase()
  return same(name, text, start, end) || (upper.length === name.length && same(upper, text, start, end))
}

function same(name: string, text: string, start: number, end: number): boolean {
  let at = start
  for (let position = 0; position < name.length; position++) {
    const unit = name.charCodeAt(position)
    if (isGap(unit)) continue
    while (at < end && isGap(text.charCodeAt(at))) at++
    if (at >= end || !sameUnit(unit, text.charCodeAt(at))) return false
    at++
  }
  while (at < end && isGap(text.charCodeAt(at))) at++
  return at === end
}

/** Typographic and plain apostrophes are one. */
const sameUnit = (a: number, b: number): boolean =>
  a === b || ((a === 39 || a === 0x2019) && (b === 39 || b === 0x2019))
