// Compiles src/ to dist/ and copies what is not TypeScript. `npm run build`.
import { execFileSync } from 'node:child_process'
import { cpSync, globSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
rmSync(join(root, 'dist'), { recursive: true, force: true })
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
})
for (const file of globSync('**/*.*', { cwd: join(root, 'src') }))
  if (!file.endsWith('.ts')) cpSync(join(root, 'src', file), join(root, 'dist', file))
