import { existsSync, readFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { documentSource } from '../../src/core/export/from-document.ts'
import { text } from '../../src/core/export/text.ts'
import { openProject } from '../../src/core/project/open-project.ts'
import { VERSION } from '../../src/core/project/migrate.ts'
import { projectText, readProject } from '../../src/core/project/read-project.ts'
import { verifyProject } from '../../src/core/project/verify-project.ts'
import { writeProject } from '../../src/core/project/write-project.ts'
import { decoder as port } from '../../src/cli/decoder.ts'
import { value } from '../disk/support.ts'
import { DiskJournal } from '../../src/disk/disk-journal.ts'
import { random } from './made.ts'
import { RELEASED, releasedFile, releasedJournal, releasedTables } from './released.ts'

const folder = new URL('released/', import.meta.url)
const schema = new URL('../../resources/schema/jiaokan.project.schema.json', import.meta.url)
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true })
const isRecord = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object)

const recordsOf = (file: string): unknown[] =>
  file
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line.replace(/^\S+ \S+ \S+ /, '')) as unknown)

describe.each(Array.from({ length: VERSION }, (_, i) => i + 1))('a file of version %i', (version) => {
  const file = new URL(`v${version}.jiaokan`, folder)

  test('is kept, and never changed', () => {
    expect(existsSync(file)).toBe(true)
    // A file that was given out stays as it was: a test that is made to fit proves nothing.
    if (version === 1) expect(port.sha256(readFileSync(file))).toBe(V1)
  })

  test('opens, verifies, and gives the book that it was', () => {
    const decoded = projectText(readFileSync(file), port)
    if (!decoded.ok) throw new Error(decoded.error.kind)
    const project = readProject(decoded.value)
    if (!project.ok) throw new Error(JSON.stringify(project.error))
    const document = openProject(project.value)
    if (!document.ok) throw new Error(JSON.stringify(document.error))
    const book = { sources: [documentSource(project.value.source, document.value)] }
    const written = text.write(book, { stem: `v${version}`, messages: () => '' })
    expect(written.ok && written.value.get(`v${version}.txt`)).toBe(
      readFileSync(new URL(`v${version}.txt`, folder), 'utf8'),
    )
    expect(verifyProject(decoded.value).faults).toEqual([])
    expect(project.value.book).toEqual({ title: '云山年鉴（一校）', settings: { lines: 38 } })
    expect(document.value.notes.size + document.value.bookmarks.size + document.value.read.size).toBe(3)
    if (version === VERSION) expect(writeProject(project.value)).toBe(decoded.value)
  })
})

test('the journal and the tables of version 1 hold the book of its file', async () => {
  const text = projectText(releasedFile(1), port)
  const project = text.ok ? readProject(text.value) : text
  if (!project.ok) throw new Error(JSON.stringify(project.error))
  const { source, events } = project.value
  const read = value(await new DiskJournal(releasedJournal(1)).read(RELEASED))
  expect([read.events, read.sources, read.head.fault]).toEqual([events, [source], null])
  // Its first line says nothing of settings.
  expect(read.settings).toEqual({})
  const { rows } = releasedTables(1)
  expect(rows['events']).toEqual(events.map((event) => ({ ...event, book: RELEASED })))
})

const V1 = '80f019a5c36404e7948abe284acf8d6b80d1e450142d37c927b8b82869ef3aa6'

describe('the schema', () => {
  test('holds for every record of every event', () => {
    const seen = new Set<unknown>()
    for (let seed = 0; seed < 40; seed++)
      for (const record of recordsOf(writeProject(random(seed, 50, 25).project))) {
        expect([record, isRecord(record), isRecord.errors]).toEqual([record, true, null])
        const { event } = Object(record) as { event?: { type: unknown } }
        if (event) seen.add(event.type)
      }
    for (const record of recordsOf(readFileSync(new URL('v1.jiaokan', folder), 'utf8')))
      expect([record, isRecord(record)]).toEqual([record, true])
    // `found` is written by the window alone, with suggestions of the form that `analysed` holds.
    expect(seen.size).toBe(16)
  })

  test.each([
    [{ format: 'jiaokan.project', version: 2 }],
    [{ seq: 0, at: '', by: '', event: { type: 'undone', seq: 1 } }],
    [{ seq: 1, at: '', by: '', event: { type: 'undone' } }],
    [{ seq: 1, at: '', by: '', event: { type: 'unheard-of' } }],
    [{ book: { title: '甲' } }],
    [{ end: {} }],
    [12],
  ])('refuses %j', (record) => {
    expect(isRecord(record)).toBe(false)
  })
})

test('the checksum is the one that zlib has, as the description says', () => {
  const [line = ''] = writeProject(random(1, 9, 2).project)
    .split('\n')
    .slice(2)
  const [sum] = line.split(' ', 1)
  expect(sum).toBe(
    crc32(Buffer.from(line.slice(9)))
      .toString(16)
      .padStart(8, '0'),
  )
})
