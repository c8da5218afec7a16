/** January to December. */
export const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** The names of the months as alternatives of a regular expression. */
export const MONTH_NAMES = MONTHS.join('|')

/** 1 to 12 of a month's name; 0 for any other word. */
export const monthNumber = (name: string): number => MONTHS.indexOf(name) + 1
