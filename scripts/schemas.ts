// Writes the JSON Schemas of pipeline and outputs to schemas/: npm run generate
import { mkdirSync, writeFileSync } from 'node:fs'
import { jsonSchemas } from '../src/run/schemas.ts'

const folder = new URL('../schemas/', import.meta.url)
mkdirSync(folder, { recursive: true })
for (const [name, text] of jsonSchemas()) writeFileSync(new URL(name, folder), text)
