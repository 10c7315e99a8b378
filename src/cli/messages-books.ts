import type { ConflictReason } from '../core/carry/carried.ts'
import type { DecisionName } from '../core/carry/decisions.ts'
import type { ProjectFaultKind } from '../core/project/fault.ts'

/** A number as people read it: 11,141. */
function count(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',')
}

const RESTORE_ZH = '用备份，或从云端、git 取回完好的一份；jiaokan verify 会列出全部毛病'
const RESTORE_EN =
  'take a backup, or fetch a whole copy from where it came; jiaokan verify lists all that is wrong'

/** Words about books: project files, findings, comparisons. */
export const booksZh = {
  noProjects: '没有给出项目文件',
  twoFiles: '要比较的文件应是两个',
  fileLine: (line: number) => `文件第 ${count(line)} 行`,
  rawLine: (line: number) => `原文第 ${count(line)} 行`,
  then: '，',
  projectFault: {
    'not-a-project': '不是校勘的项目文件',
    newer: '是更新版本的校勘写的',
    encoding: '有不是 UTF-8 的字节',
    cut: '最后一行不完整，文件被截断了',
    checksum: '这一行写下之后变了',
    sequence: '有行缺失、重复或换了位置',
    chain: '这一行不是接着上一行写的',
    record: '这一行的内容不认识',
    place: '这一行不该在这里',
    incomplete: '文件不全',
    text: '原文不成文字',
    analysis: '分析结果与原文对不上',
    anchor: '一处改动所引的原文对不上',
    event: '一处改动接不上前面的改动',
    ledger: '账目不平',
    digits: '有数字在没有人改过的地方变了',
  } satisfies Record<ProjectFaultKind, string> as Readonly<Record<ProjectFaultKind, string>>,
  projectAdvice: {
    'not-a-project': '检查文件名；项目文件由“存为项目文件”或 jiaokan clean --project 写出',
    newer: '用那个版本或更新的校勘打开；这个文件没有动',
    encoding: RESTORE_ZH,
    cut: '重新拷贝一份；jiaokan verify 会列出全部毛病',
    checksum: RESTORE_ZH,
    sequence: RESTORE_ZH,
    chain: RESTORE_ZH,
    record: RESTORE_ZH,
    place: RESTORE_ZH,
    incomplete: '重新拷贝一份；jiaokan verify 会列出全部毛病',
    text: RESTORE_ZH,
    analysis: RESTORE_ZH,
    anchor: RESTORE_ZH,
    event: RESTORE_ZH,
    ledger: '不要用这个文件出书；请连同文件一并报告',
    digits: '不要用这个文件出书；请连同文件一并报告',
  } satisfies Record<ProjectFaultKind, string> as Readonly<Record<ProjectFaultKind, string>>,
  verified: (file: string, title: string, events: number, corrections: number) =>
    `${file}：完好。${title}，${count(events)} 个事件，${count(corrections)} 处更正；校验链、引文、账目、数字锁都对\n`,
  notVerified: (file: string, faults: number) => `${file}：有 ${count(faults)} 处毛病\n`,
  fault: (what: string) => `  ${what}\n`,
  exported: (file: string, outputs: string, title: string, events: number) =>
    `${file} → ${outputs}（${title}，${count(events)} 个事件）\n`,
  confidence: { certain: '确定', likely: '很可能', possible: '可能', doubtful: '存疑' },
  rulesRefused: (file: string, faults: readonly string[]) =>
    `规则文件 ${file} 没有采用，什么也没有写：${faults.map((fault) => `\n  ${fault}`).join('')}`,
  rulesNotUtf8: '不是 UTF-8 文本；请另存为 UTF-8',
  rulesRead: (file: string, rules: number) => `${file}：${count(rules)} 条规则，都可用\n`,
  ruleStrikes: (book: string, rule: string, places: number) => `${book}：${rule} ${count(places)} 处\n`,
  digitsWouldChange: '（改动数字）',
  checked: (file: string, findings: number, failing: number) =>
    findings === 0
      ? `${file}：没有存疑之处\n`
      : `${file}：存疑 ${count(findings)} 处，其中 ${count(failing)} 处应处理\n`,
  same: (a: string, b: string) => `${a} 与 ${b} 相同\n`,
  differ: (changed: number, added: number, removed: number, figures: number) =>
    `改 ${count(changed)} 行，增 ${count(added)} 行，删 ${count(removed)} 行；其中动了数字的 ${count(figures)} 行\n`,
  untitled: '（无题）',
  projectAndText: '要给出一个项目文件和一份新校样的原文',
  carried: (moved: number, already: number, conflicts: number) =>
    `带过来 ${count(moved)} 项，新文本已如此 ${count(already)} 项，需要再定 ${count(conflicts)} 项\n`,
  conflict: (kind: string, before: number, now: number, quote: string, found: string, reason: string) =>
    `  ${kind}：原第 ${count(before)} 行“${quote}”，新第 ${count(now)} 行“${found}”（${reason}）\n`,
  conflictReason: {
    gone: '原处连同前后文都不在了',
    changed: '原处或其前后读法不同了',
    refused: '新文本的段落不是这样分的',
    digits: '会动到数字',
  } satisfies Record<ConflictReason, string> as Readonly<Record<ConflictReason, string>>,
  carriedInto: (file: string) => `→ ${file}（需要再定的已写成批注）\n`,
  remark: (kind: string, quote: string, decided: string) =>
    `上一校的${kind}没有带过来，请再看：“${quote}”${decided === '' ? '' : `，当时定为“${decided}”`}`,
  decision: {
    correction: '更正',
    reverted: '撤回的自动修复',
    dismissed: '不改的提示',
    'as-printed': '照录',
    note: '批注',
    bookmark: '书签',
    read: '读毕',
    role: '改定的体例',
    split: '分段',
    joined: '并段',
    merged: '合并',
    lifted: '提出的文字',
    moved: '移动的文字',
    'typed-in': '补录的文字',
    'role-set': '改定的体例',
    promoted: '改定的层级',
  } satisfies Record<DecisionName, string> as Readonly<Record<DecisionName, string>>,
}

export const booksEn: typeof booksZh = {
  noProjects: 'no project files are given',
  twoFiles: 'it takes two files to compare',
  fileLine: (line) => `line ${count(line)} of the file`,
  rawLine: (line) => `line ${count(line)} of the raw text`,
  then: ', ',
  projectFault: {
    'not-a-project': 'not a project file of Jiaokan',
    newer: 'written by a later version of Jiaokan',
    encoding: 'it has bytes that are no UTF-8',
    cut: 'the last line is not whole: the file was cut off',
    checksum: 'this line has changed since it was written',
    sequence: 'lines are missing, doubled or out of place',
    chain: 'this line was not written after the one before it',
    record: 'this line says nothing that is known',
    place: 'this line does not belong here',
    incomplete: 'the file is not complete',
    text: 'the raw text is no text',
    analysis: 'the analysis is not that of the raw text',
    anchor: 'what a change quotes is not in the raw text',
    event: 'a change does not fit those before it',
    ledger: 'the ledger does not balance',
    digits: 'a number changed where nobody changed it',
  },
  projectAdvice: {
    'not-a-project':
      'check the name; project files are written by "Save as project file" and by jiaokan clean --project',
    newer: 'open it with that version or a later one; the file was not touched',
    encoding: RESTORE_EN,
    cut: 'copy it once more; jiaokan verify lists all that is wrong',
    checksum: RESTORE_EN,
    sequence: RESTORE_EN,
    chain: RESTORE_EN,
    record: RESTORE_EN,
    place: RESTORE_EN,
    incomplete: 'copy it once more; jiaokan verify lists all that is wrong',
    text: RESTORE_EN,
    analysis: RESTORE_EN,
    anchor: RESTORE_EN,
    event: RESTORE_EN,
    ledger: 'do not print from this file; report it together with the file',
    digits: 'do not print from this file; report it together with the file',
  },
  verified: (file, title, events, corrections) =>
    `${file}: sound. ${title}, ${count(events)} events, ${count(corrections)} corrections; chain, quotes, ledger and digit lock hold\n`,
  notVerified: (file, faults) => `${file}: ${count(faults)} faults\n`,
  fault: (what) => `  ${what}\n`,
  exported: (file, outputs, title, events) => `${file} -> ${outputs} (${title}, ${count(events)} events)\n`,
  confidence: { certain: 'certain', likely: 'likely', possible: 'possible', doubtful: 'doubtful' },
  rulesRefused: (file, faults) =>
    `the file of rules ${file} was not taken, and nothing was written:${faults.map((fault) => `\n  ${fault}`).join('')}`,
  rulesNotUtf8: 'not UTF-8; save it as UTF-8',
  rulesRead: (file, rules) => `${file}: ${count(rules)} ${rules === 1 ? 'rule' : 'rules'}, all good\n`,
  ruleStrikes: (book, rule, places) =>
    `${book}: ${rule} ${count(places)} ${places === 1 ? 'place' : 'places'}\n`,
  digitsWouldChange: ' (changes digits)',
  checked: (file, findings, failing) =>
    findings === 0
      ? `${file}: no findings\n`
      : `${file}: ${count(findings)} findings, ${count(failing)} of them to be settled\n`,
  same: (a, b) => `${a} and ${b} are the same\n`,
  differ: (changed, added, removed, figures) =>
    `${count(changed)} lines changed, ${count(added)} added, ${count(removed)} removed; ${count(figures)} of them change a number\n`,
  untitled: '(untitled)',
  projectAndText: 'it takes a project file and the raw text of a new proof',
  carried: (moved, already, conflicts) =>
    `${count(moved)} carried over, ${count(already)} the new text has already, ${count(conflicts)} to decide again\n`,
  conflict: (kind, before, now, quote, found, reason) =>
    `  ${kind}: line ${count(before)} "${quote}" before, line ${count(now)} "${found}" now: ${reason}\n`,
  conflictReason: {
    gone: 'the passage is gone',
    changed: 'it reads otherwise, there or beside it',
    refused: 'the paragraphs of the new text are others',
    digits: 'it would touch a number',
  },
  carriedInto: (file) => `-> ${file} (what is to be decided again is noted in it)\n`,
  remark: (kind, quote, decided) =>
    `From the earlier proof, not carried over (${kind}); look again: "${quote}"${decided === '' ? '' : `, decided as "${decided}"`}`,
  decision: {
    correction: 'correction',
    reverted: 'repair taken back',
    dismissed: 'dismissal',
    'as-printed': 'as printed',
    note: 'note',
    bookmark: 'bookmark',
    read: 'read mark',
    role: 'role',
    split: 'split',
    joined: 'join',
    merged: 'merge',
    lifted: 'text lifted out',
    moved: 'text moved',
    'typed-in': 'text typed in',
    'role-set': 'role',
    promoted: 'level',
  },
}
