/** Formats of a report that errata writes. */
export const FORMATS: readonly string[] = ['html', 'md', 'txt', 'jsonl', 'csv', 'sarif', 'stix', 'webannotation']

/** What `--status` takes. */
export const FLAG_FILTERS: readonly string[] = ['open', 'confirmed', 'dismissed', 'unsure', 'fixed', 'all']
