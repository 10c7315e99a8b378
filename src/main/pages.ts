/**
 * All the pages that the shell will ever hand to the browser. They are named by id: nothing that comes from a book or from
 * the window becomes an address.
 */
export const PAGES = {
  /** GB/T 15834-2011 */
  punctuation: 'https://openstd.samr.gov.cn/bzgk/std/newGbInfo?hcno=22EA6D162E4110E752259661E1A0D0A8',
  /** GB/T 15835-2011 */
  numerals: 'https://openstd.samr.gov.cn/bzgk/std/newGbInfo?hcno=F5DAC3377DA99C8D78AE66735B6359C7',
} as const satisfies Readonly<Record<string, `https://${string}`>>

export type PageId = keyof typeof PAGES
