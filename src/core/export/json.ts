import { ok } from '../result.ts'
import type { Exporter } from './exporter.ts'
import { yearbook } from './yearbook.ts'

/**
 * The book as JSON: two-space indent, keys in the order of the format, a newline at the end. What UTF-8 cannot
 * hold is escaped, so that writing never fails.
 */
export const json: Exporter = {
  id: 'json',
  extension: '.json',
  write(book, options) {
    const text = JSON.stringify(yearbook(book, options), null, 2) + '\n'
    return ok(new Map([[`${options.stem}.json`, text]]))
  },
}
