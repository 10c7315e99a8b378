import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The files named on a command line. Before them stand the program and, while it is not packed, its folder; Chromium's own
 * switches may stand anywhere.
 */
export function filesNamed(argv: readonly string[], folder: string, isPackaged: boolean): readonly string[] {
  return argv
    .slice(1)
    .filter((argument) => argument !== '' && !argument.startsWith('-'))
    .slice(isPackaged ? 0 : 1)
    .flatMap((argument) => pathOf(argument, folder) ?? [])
}

/** Linux desktops hand over addresses. */
function pathOf(argument: string, folder: string): string | null {
  if (!argument.startsWith('file:')) return resolve(folder, argument)
  try {
    return fileURLToPath(argument)
  } catch {
    return null
  }
}
