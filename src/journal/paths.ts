/** A path below a folder. Every system that books are kept on takes a slash, Windows' too. */
export function join(folder: string, ...names: readonly string[]): string {
  return [folder, ...names].join('/')
}

/** The folder of a path that `join` made, and its name in it. */
export function split(path: string): { readonly folder: string; readonly name: string } {
  const cut = path.lastIndexOf('/')
  return { folder: path.slice(0, cut), name: path.slice(cut + 1) }
}
