/**
 * Words from outside for a person's terminal: control characters (escape sequences begin with one), characters that turn the direction of
 * writing, and ones without a shape are written as code points; newlines and tabs stay.
 */
export const visible = (text: string): string =>
  text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** The same for a name or reason within a line: newlines and tabs too. */
export const visibleLine = (text: string): string =>
  visible(text).replace(/[\n\t]/g, unit => (unit === '\n' ? '\\n' : '\\t'))
