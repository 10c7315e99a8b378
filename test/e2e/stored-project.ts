import type { Page } from '@playwright/test'
import type { Project } from '../../src/core/project/project.ts'
import { writeProject } from '../../src/core/project/write-project.ts'
import type { EventRow, PayloadRow, SourceRow } from '../../src/renderer/store/rows.ts'

/** The only book in the browser's tables, as a project file that the command line reads. */
export async function storedProject(page: Page): Promise<string> {
  const rows = await page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(new Error(request.error?.message))
      })
    const tables = await asked(indexedDB.open('jiaokan'))
    const all = (table: string): Promise<unknown[]> =>
      asked<unknown[]>(tables.transaction(table).objectStore(table).getAll())
    const found = {
      sources: await all('sources'),
      payloads: await all('payloads'),
      events: await all('events'),
    }
    tables.close()
    return found
  })
  const [source] = rows.sources as SourceRow[]
  const [payload] = rows.payloads as PayloadRow[]
  if (!source || !payload) throw new Error('there is no book')
  const project: Project = {
    source: { ...source, payload: payload.payload },
    events: rows.events as EventRow[],
    book: { title: source.name, settings: {} },
  }
  return writeProject(project)
}
