import { defineConfig } from 'vitest/config'

// The proofs of durability at full length: a thousand kills, each call of the disk. A short form of each is in `npm test`.

export default defineConfig({
  test: {
    environment: 'node',
    include: [
      'test/disk/kill/*.test.ts',
      'test/disk/{power-cut,left-out-syncs,failing-calls,full-disk}.test.ts',
    ],
    env: { JIAOKAN_PROVE: '1', JIAOKAN_KILLS: process.env['JIAOKAN_KILLS'] ?? '1000' },
    testTimeout: 3_600_000,
  },
})
