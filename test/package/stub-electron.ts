import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** By these bytes @electron/fuses finds the fuses in a binary: https://github.com/electron/fuses */
const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
/** As Electron ships them: nothing of it is safe enough for this program. */
const AS_SHIPPED = '101001101'

/** Lays out a folder that electron-builder takes for an unpacked Electron: a stand-in, with fuses and no program. */
export function stubElectron(folder: string, version: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'))
  const fuses = Buffer.concat([SENTINEL, Buffer.from([1, AS_SHIPPED.length]), Buffer.from(AS_SHIPPED)])
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from('stand-in '), fuses, Buffer.alloc(64)]))
  chmodSync(join(folder, 'electron'), 0o755)
  writeFileSync(join(folder, 'version'), version)
  writeFileSync(join(folder, 'LICENSE'), 'stand-in')
  for (const language of ['zh-CN', 'zh-TW', 'en-US', 'en-GB', 'fr'])
    writeFileSync(join(folder, 'locales', `${language}.pak`), '')
}

/** The fuses of a binary as they stand, one character each: 1 on, 0 off. */
export function fusesOf(binary: Buffer): string {
  const at = binary.indexOf(SENTINEL)
  if (at < 0) throw new Error('no fuses in it')
  const length = binary[at + SENTINEL.length + 1]!
  const from = at + SENTINEL.length + 2
  return binary.subarray(from, from + length).toString('latin1')
}
