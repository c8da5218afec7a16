// Builds corpus/knowledge/organizations.json from errata's own list: node scripts/build-organizations.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { buildOrganizations } from '../src/knowledge/build/organizations.ts'

const KNOWLEDGE = new URL('../corpus/knowledge/', import.meta.url)
writeFileSync(
  new URL('organizations.json', KNOWLEDGE),
  buildOrganizations(readFileSync(new URL('own/organizations.txt', KNOWLEDGE), 'utf8')),
)
