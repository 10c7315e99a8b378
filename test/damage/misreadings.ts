/** What a character inside a number is read as, and where. */
export const MISREAD: readonly (readonly [RegExp, readonly string[]])[] = [
  [/0/g, ['O', 'o', '〇', '○', '０']],
  [/1/g, ['l', 'I', '１']],
  [/(?<=\d)\.(?=\d)/g, ['．', '·', '。']],
  [/(?<=\d),(?=\d)/g, ['，']],
  [/(?<=\d):(?=\d)/g, ['：']],
  [/—/g, ['一', '－', '–']],
  [/%/g, ['％']],
  [/〔(?=\d)/g, ['[', '［']],
]
