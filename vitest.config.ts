import { defineConfig } from 'vitest/config'

// Tests start real processes and browsers; on a busy machine vitest's 5 seconds are not enough.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000 } })
