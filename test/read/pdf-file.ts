import { deflateSync } from 'node:zlib'

/** A line of a page: its words, from the lower left in points. */
export interface Line {
  readonly text: string
  readonly x?: number
  readonly y: number
  readonly size?: number
}

const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&')

/** A PDF of these pages (612 by 792 points, Helvetica), as a program would write it. */
export function pdfFile(pages: readonly (readonly Line[])[], { packed = true, trailer = '', info = '' } = {}): Buffer {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  const kids: number[] = []
  for (const lines of pages) {
    const drawn = lines
      .map(({ text, x = 72, y, size = 11 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`)
      .join('\n')
    const stream = packed ? deflateSync(Buffer.from(drawn, 'latin1')).toString('latin1') : drawn
    objects.push(`<< /Length ${stream.length}${packed ? ' /Filter /FlateDecode' : ''} >>\nstream\n${stream}\nendstream`)
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length} 0 R >>`,
    )
    kids.push(objects.length)
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.map(kid => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`
  if (info !== '') objects.push(`<< ${info} >>`)
  return assembled(objects, `${trailer}${info === '' ? '' : ` /Info ${objects.length} 0 R`}`)
}

/** Numbered objects with their cross-reference table. */
export function assembled(objects: readonly string[], trailer = ''): Buffer {
  let file = '%PDF-1.4\n'
  const places: number[] = []
  for (const [index, object] of objects.entries()) {
    places.push(file.length)
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

/** A paragraph's lines, from a height downwards. */
export const block = (y: number, texts: readonly string[], more: Partial<Line> = {}): Line[] =>
  texts.map((text, index) => ({ text, y: y - index * 14, ...more }))
