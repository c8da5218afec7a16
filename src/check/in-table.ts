/** Units before a place in which a cell of a table is looked for: looking for the beginning of a line without end would be quadratic. */
const REACH = 300

/** Whether a cell of a table stands before a place in its line: rows repeat their words and figures by nature. */
export function inTable(text: string, start: number): boolean {
  for (let at = start - 1; at >= 0 && at >= start - REACH; at--) {
    const unit = text.charCodeAt(at)
    if (unit === 10) return false
    if (unit === 124 || unit === 9) return true
  }
  return false
}
