/**
 * The string that a document's raw offsets count in, made of the stored bytes: decoded text; the part of a mail that was
 * read; the text of a PDF, page after page.
 * @param encoding `Document.encoding`
 */
export async function rawText(bytes: Uint8Array, encoding: string): Promise<string> {
  if (encoding.startsWith('mail-')) return (await import('./mail.ts')).mailRaw(bytes)
  if (encoding === 'pdf') return (await import('./pdf-pages.ts')).pdfRaw(bytes)
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
}
