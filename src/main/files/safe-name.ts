const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i
// Directions of writing can make `exe.txt` look like `txt.exe`.
const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** A name to propose for a new file, that every system takes and that leads into no other folder. */
export function safeName(name: string): string {
  const safe = name
    .replace(FORBIDDEN, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
    .replace(RESERVED, '_$&')
  return safe === '' ? 'jiaokan' : safe
}
