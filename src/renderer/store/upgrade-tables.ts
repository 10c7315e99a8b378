import type { Transaction } from 'dexie'
import type { Json } from '../../core/document/codec/shapes.ts'
import { migrated, VERSION } from '../../core/project/migrate.ts'
import type { RecordKind } from '../../core/project/migrations.ts'

const KINDS: readonly (readonly [string, RecordKind])[] = [
  ['books', 'book'],
  ['sources', 'source'],
  ['events', 'event'],
]

/**
 * Brings every row up to this version, by the steps that project files and journals go by, or none of them: it is one
 * transaction. Packed states go: they are made again from the log.
 */
export async function upgradeTables(tx: Transaction): Promise<void> {
  const meta = tx.table<{ key: string; value: unknown }, string>('meta')
  const stored = (await meta.get('schemaVersion'))?.value
  const from = typeof stored === 'number' ? stored : 1
  for (const [name, kind] of KINDS) {
    const table = tx.table<Json>(name)
    await table.toCollection().modify((row, ref) => {
      ref.value = migrated(kind, row, from)
    })
  }
  await tx.table('snapshots').clear()
  await meta.bulkPut(claims())
}

/** The rows by which tables say what they are. */
export function claims(): readonly { readonly key: string; readonly value: number }[] {
  return [
    { key: 'schemaVersion', value: VERSION },
    // What a program must be able to write so that it may touch them at all.
    { key: 'minWriter', value: VERSION },
  ]
}
