import { configDefaults, defineConfig } from 'vitest/config'

// Tests start real processes and browsers; on a busy machine vitest's 5 seconds are not enough. The example plugin's own test
// needs a packed errata beside it: test/pack.test.ts runs it.
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    exclude: [...configDefaults.exclude, 'test/plugin/errata-plugin-*/**'],
  },
})
