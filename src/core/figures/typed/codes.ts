/** Who issues it stands between a bracket and the number: （岚委发〔2019〕12号）. In a sentence nothing parts it from the words before. */
const ISSUER = /[（(]([\p{Script=Han}]{2,10})$/u
const REACH = 12

/** Where a document number begins, its issuer included if there is one; not before `floor`. */
export function documentFrom(text: string, from: number, floor: number): number {
  const issuer = ISSUER.exec(text.slice(Math.max(floor, from - REACH), from))?.[1]
  return from - (issuer?.length ?? 0)
}

export function phoneDigits(printed: string): string {
  return printed.replace(/\D/g, '')
}

/** Does the check digit of an ISBN or ISSN, without its separators, fit? */
export function isIsbn(digits: string): boolean {
  if (digits.length === 13) {
    let sum = 0
    for (let i = 0; i < 13; i++) sum += Number(digits[i]) * (i % 2 === 0 ? 1 : 3)
    return sum % 10 === 0
  }
  let sum = 0
  for (let i = 0; i < digits.length; i++)
    sum += (digits[i] === 'X' ? 10 : Number(digits[i])) * (digits.length - i)
  return sum % 11 === 0
}
