import address from '../../../../resources/sample/sample.txt?url'
import type { InputFile } from '../../host/host.ts'

/** The book that comes with the program, as if the editor had chosen its file. */
export function sampleFile(): InputFile {
  return {
    name: 'sample.txt',
    size: 0,
    bytes: async () => {
      const response = await fetch(address)
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
      return new Uint8Array(await response.arrayBuffer())
    },
  }
}
