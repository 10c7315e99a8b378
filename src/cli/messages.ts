import type { Language } from '../core/messages.ts'
import type { BinaryKind } from '../core/text/decode-error.ts'
import { booksEn, booksZh } from './messages-books.ts'

/** A number as people read it: 11,141. */
function count(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** What is wrong, and what to do about it. */
export interface Advice {
  readonly what: string
  readonly todo: string
}

function advice(what: string, todo: string): Advice {
  return { what, todo }
}

const FORMATS_ZH: Readonly<Record<BinaryKind, string>> = {
  pdf: 'PDF 文件',
  zip: 'ZIP 压缩文件（.docx、.xlsx、.epub 也是）',
  ole: '旧版 Office 文件（.doc、.xls）',
  png: 'PNG 图片',
  jpeg: 'JPEG 图片',
  gif: 'GIF 图片',
  tiff: 'TIFF 图片',
  gzip: 'gzip 压缩文件',
  rar: 'RAR 压缩文件',
  '7z': '7z 压缩文件',
  rtf: 'RTF 文档',
  'utf-32': 'UTF-32 文本',
  nul: '二进制数据（NUL 字节过多）',
}

const FORMATS_EN: Readonly<Record<BinaryKind, string>> = {
  pdf: 'a PDF file',
  zip: 'a ZIP archive (.docx, .xlsx and .epub are such, too)',
  ole: 'an old Office file (.doc, .xls)',
  png: 'a PNG image',
  jpeg: 'a JPEG image',
  gif: 'a GIF image',
  tiff: 'a TIFF image',
  gzip: 'a gzip file',
  rar: 'a RAR archive',
  '7z': 'a 7z archive',
  rtf: 'an RTF document',
  'utf-32': 'UTF-32 text',
  nul: 'binary data (too many NUL bytes)',
}

const zh = {
  ...booksZh,
  language: 'zh' as Language,
  help: (formats: string, encodings: string) => `校勘 jiaokan：把 OCR 得到的年鉴文字整理成结构清楚的书

用法
  jiaokan clean 文件… --out 文件夹 [选项]   整理文本，写出 JSON 和纯文本
  jiaokan clean --jsonl < 输入 > 输出       逐行处理：每行一个 {"name","text"}，每行一部整理好的书
  jiaokan check 文件… [--fail-on 程度]      列出存疑之处；有达到程度的，返回 1
  jiaokan diff 甲 乙                        逐行比较两份文本、两份导出或两个项目；相同返回 0，不同返回 1
  jiaokan export 项目… --out 文件夹 [选项]  按项目文件里的取舍导出，与窗口里导出的一样
  jiaokan carry 项目 新文本 --out 文件夹    把上一校的取舍带到新校样上，写成新的项目，列出需要再定的
  jiaokan rules 规则文件 [文件…]            检查自己写的规则，数一数它们在书里会提示几处
  jiaokan verify 项目…                      检查项目文件：校验链、引文、账目、数字锁
  jiaokan demo                              用自带的样书演示整理前后

clean、export 的选项
  --out 文件夹       写到这里（没有就新建）；文件按输入命名：x.txt → x.json、x.txt
  --format 格式,…    ${formats}（缺省 json,text）
  --figures          JSON 里加上所有数量：值、单位、折算值、日期、位置
  --findings         JSON 里加上存疑之处
  --corrections      JSON 里加上所作的每一处修改
  --spans            JSON 里加上文字在原文中的位置

clean、check 的选项
  --project          （clean）同时写出项目文件 x.jiaokan，可在窗口里接着校
  --fail-on 程度     （check）certain likely possible doubtful（缺省 doubtful，即有一处就算）
  --strict           不自动改动任何数字、单位、字词，一律留待人定
  --off 规则,…       不用这些规则；规则见 docs/rules.md
  --rules 文件       加上自己写的规则，只提示；写法见 docs/user-rules.md
  --encoding 编码    ${encodings}（缺省自动判断）
  --jsonl            从标准输入逐行读，向标准输出逐行写
  文件写作 - 时读标准输入

通用选项
  --lang zh|en       消息的语言（缺省依 LC_ALL、LANG）
  --help, --version

返回值：0 成功；1 有文件没有做成，或查出了问题、比出了不同；2 用法错误（diff：或读不出）
`,
  usage: (what: string) => `用法错误：${what}\n运行 jiaokan --help 查看用法\n`,
  'unknown-command': (name: string) => `没有“${name}”这个命令`,
  'unknown-option': (name: string) => `没有 ${name} 这个选项`,
  'value-missing': (name: string) => `${name} 后面缺少值`,
  'value-unexpected': (name: string) => `${name} 不带值`,
  'given-twice': (name: string) => `${name} 给了两次`,
  unwanted: (word: string) => `多出了“${word}”`,
  noFiles: '没有给出文件',
  noOut: '没有给出 --out 文件夹',
  stdinTwice: '标准输入（-）只能给一次',
  together: (a: string, b: string) => `${a} 与 ${b} 不能同用`,
  badValue: (option: string, value: string, known: string) => `${option} 不认识“${value}”，可用：${known}`,
  sameName: (a: string, b: string, output: string) =>
    `${a} 与 ${b} 会写成同一个文件 ${output}，请分两次处理到不同的文件夹`,
  overInput: (input: string, output: string) => `输出 ${output} 会盖掉输入 ${input}，请换一个 --out 文件夹`,

  failure: (file: string, what: string, todo: string) => `${file}：${what}\n  怎么办：${todo}\n`,
  folder: (path: string, what: string, todo: string) => `--out ${path}：${what}\n  怎么办：${todo}\n`,
  at: (line: number, offset: number) => `第 ${count(line)} 行，字节偏移 ${count(offset)}`,
  inLine: (line: number) => `第 ${count(line)} 行`,
  onPage: (page: string, line: number) => `第 ${page} 页（原文第 ${count(line)} 行）`,

  empty: advice('文件是空的', '检查扫描或导出是否完成'),
  onlyBom: (encoding: string) => advice(`只有字节序标记（${encoding}），没有文字`, '检查扫描或导出是否完成'),
  binary: (what: BinaryKind) =>
    advice(`这是${FORMATS_ZH[what]}，不是纯文本`, '先用 OCR 软件或“另存为”得到 .txt 文件'),
  tooLarge: (units: number, limit: number) =>
    advice(`文字太多：${count(units)} 个 UTF-16 单元，上限 ${count(limit)}`, '按卷或按类目拆成几个文件'),
  invalid: (place: string, bytes: string, encoding: string) =>
    `${place}：字节 ${bytes} 不是 ${encoding} 的字符`,
  truncated: (place: string, bytes: string, encoding: string) =>
    `${place}：文件在一个字符中间断了（${bytes}，${encoding}）`,
  fixBytes: '改正此处的字节；如果判断错了编码，用 --encoding 指定',
  fetchAgain: '文件可能没有拷全，请重新取得',
  triedAll: (tried: string) => `试过 ${tried}，都读不通；用 --encoding 指定编码可以看到各自读不通的位置`,
  notThat: '换一个 --encoding，或不给这个选项，让程序自己判断',
  mixed: (place: string, before: string, after: string) =>
    advice(
      `${place}：此前是 ${before}，此后是 ${after}，一个文件里有两种编码`,
      '在此处分成两个文件，或把其中一部分转换编码',
    ),
  contradicted: (marked: string) =>
    advice(`文件开头的标记表明它是 ${marked}，与 --encoding 不符`, '不要给 --encoding'),
  loneSurrogate: (place: string) => advice(`${place}：有半个字符（落单的代理项）`, '改正产生这段文字的程序'),
  unsupported: (encoding: string) =>
    advice(`这里的 Node.js 读不了 ${encoding}`, '用带完整 ICU 的 Node.js（官方发行版都是）'),

  missing: advice('找不到这个文件', '检查路径和文件名'),
  isFolder: advice('这是文件夹', '列出里面的文件，例如 文件夹/*.txt'),
  special: advice('不是普通文件（是管道或设备）', '管道请写成 -，从标准输入读'),
  link: (target: string) => advice(`这是符号链接，指向 ${target}`, '直接写出它指向的文件'),
  denied: advice('没有读取的权限', '改正文件的权限，或拷贝一份'),
  changed: advice('读的时候文件变了', '等写它的程序结束以后再试'),
  tooManyBytes: (bytes: number, limit: number) =>
    advice(`文件太大：${count(bytes)} 字节，上限 ${count(limit)}`, '按卷或按类目拆成几个文件'),
  unreadable: (code: string) => advice(`读不出来（${code}）`, '检查磁盘或网络'),

  writeDenied: (path: string) => advice(`不能写 ${path}（没有权限）`, '换一个 --out 文件夹'),
  diskFull: (path: string) => advice(`写 ${path} 时磁盘满了`, '腾出空间再试；原有的文件都没有动'),
  readOnly: (path: string) => advice(`不能写 ${path}（磁盘只读）`, '换一个 --out 文件夹'),
  nameTooLong: (path: string) => advice(`文件名太长：${path}`, '把输入文件的名字改短'),
  inTheWay: (path: string) => advice(`${path} 已经存在，而且不是普通文件`, '移走它，或换一个 --out 文件夹'),
  unwritable: (path: string, code: string) =>
    advice(`写不了 ${path}（${code}）`, '检查磁盘或网络；原有的文件都没有动'),
  stopped: advice('中断了，没有写出', '再运行一次'),

  imbalance: (place: string) => `${place}：自检没有通过，改后的文字与原文对不上`,
  digitsChanged: (place: string) => `${place}：自检没有通过，有数字与原文不同`,
  halfCharacter: (file: string, offset: number) =>
    advice(`${file} 在 ${count(offset)} 处有半个字符，写不成 UTF-8`, '改正此处键入的文字'),
  bug: (message: string) => `程序出错：${message}`,
  report: '这是程序的毛病，没有写出任何文件。设环境变量 JIAOKAN_DEBUG=1 再运行可看到细节，请一并报告',
  stdoutFailed: (code: string) => `写标准输出失败（${code}）\n`,

  written: (file: string, outputs: string, facts: string) => `${file} → ${outputs}（${facts}）\n`,
  facts: (
    encoding: string,
    guessed: boolean,
    characters: number,
    entries: number,
    repairs: number,
    open: number,
  ) =>
    `${encoding}${guessed ? ' 据内容推断' : ''}，${count(characters)} 字，${count(entries)} 条目，修复 ${count(repairs)} 处，存疑 ${count(open)} 处`,
  total: (done: number, failed: number) =>
    `完成 ${count(done)} 个文件${failed > 0 ? `，没有做成 ${count(failed)} 个` : ''}\n`,
  progress: (i: number, of: number, stage: string, percent: number) =>
    `第 ${i}/${of} 个文件 ${stage} ${percent}%`,
  stages: { read: '读取', decode: '解码', analyse: '分析', write: '写出' },

  notJson: (reason: string) => `不是 JSON：${reason}`,
  notDocument: '不是 {"name": 字符串, "text": 字符串}',
  notUtf8: (offset: number) => `字节偏移 ${count(offset)} 处不是 UTF-8`,
  lineTooLong: '这一行太长',

  demoTitle: '样书（内容虚构）：整理前后',
  demoRaw: '原文',
  demoClean: '整理后',
  demoLine: (line: number) => `第 ${count(line)} 行`,
  demoSummary: '全书',
  demoCounts: (characters: number, entries: number, captions: number) =>
    `${count(characters)} 字，${count(entries)} 条目，${count(captions)} 幅图片说明`,
  demoRepairs: (repairs: number, kinds: string) => `修复 ${count(repairs)} 处：${kinds}`,
  demoOpen: (open: number) => `存疑 ${count(open)} 处，未改，留待人定`,
  demoLedger: '账目平衡：原文的每个字都在，或有删改记录',
  demoDigits: '数字锁：除标明的读法外，没有改动任何数字',
  demoNext: '接下来：jiaokan clean 你的文件.txt --out 整理',
  times: (title: string, n: number) => `${title} ${count(n)}`,
  comma: '、',
}

type Catalogue = typeof zh

const en: Catalogue = {
  ...booksEn,
  language: 'en',
  help: (
    formats,
    encodings,
  ) => `jiaokan (校勘): turns the OCR'd text of Chinese yearbooks into clean, structured books

Usage
  jiaokan clean FILE... --out DIR [options]   clean texts, write JSON and plain text
  jiaokan clean --jsonl < IN > OUT            a filter: one {"name","text"} a line in, one clean book a line out
  jiaokan check FILE... [--fail-on LEVEL]     list what is suspected; exit 1 where one is at or above LEVEL
  jiaokan diff A B                            two texts, exports or projects line by line; exit 0 same, 1 different
  jiaokan export PROJECT... --out DIR [options]  export a project's decisions, as the window does
  jiaokan carry PROJECT NEW.txt --out DIR     lay a project's decisions over a later proof, as a new project
  jiaokan rules RULES [FILE...]               check a file of your own rules, count what they would propose in books
  jiaokan verify PROJECT...                   check project files: chain, quotes, ledger, digit lock
  jiaokan demo                                the sample book, before and after

Options of clean and export
  --out DIR          write here (made if missing); files are named after the input: x.txt -> x.json, x.txt
  --format NAME,...  ${formats} (default json,text)
  --figures          add to the JSON every quantity: value, unit, normalised value, dates, places
  --findings         add to the JSON what is suspected
  --corrections      add to the JSON every change that was made
  --spans            add to the JSON where the text stands in the source

Options of clean and check
  --project          (clean) write a project file x.jiaokan, too, to work on in the window
  --fail-on LEVEL    (check) certain likely possible doubtful (default doubtful: any finding)
  --strict           change no digit, unit or word; leave them all to a person
  --off RULE,...     leave these rules out; docs/rules.md has them all
  --rules FILE       add rules of your own, which only propose; docs/user-rules.md has their form
  --encoding NAME    ${encodings} (default: found out)
  --jsonl            read lines from standard input, write lines to standard output
  a FILE named - is standard input

Options of all commands
  --lang zh|en       language of messages (default: by LC_ALL, LANG)
  --help, --version

Exit codes: 0 done; 1 some file failed, something was found, or texts differ; 2 wrong usage (diff: or unreadable)
`,
  usage: (what) => `Wrong usage: ${what}\nRun jiaokan --help to see how\n`,
  'unknown-command': (name) => `there is no command "${name}"`,
  'unknown-option': (name) => `there is no option ${name}`,
  'value-missing': (name) => `${name} needs a value`,
  'value-unexpected': (name) => `${name} takes no value`,
  'given-twice': (name) => `${name} is given twice`,
  unwanted: (word) => `"${word}" is too much`,
  noFiles: 'no files are given',
  noOut: 'no --out folder is given',
  stdinTwice: 'standard input (-) can be given once only',
  together: (a, b) => `${a} and ${b} do not go together`,
  badValue: (option, value, known) => `${option} does not know "${value}"; it may be: ${known}`,
  sameName: (a, b, output) =>
    `${a} and ${b} would both become ${output}; clean them in two runs, into two folders`,
  overInput: (input, output) =>
    `the output ${output} would overwrite the input ${input}; choose another --out folder`,

  failure: (file, what, todo) => `${file}: ${what}\n  What to do: ${todo}\n`,
  folder: (path, what, todo) => `--out ${path}: ${what}\n  What to do: ${todo}\n`,
  at: (line, offset) => `line ${count(line)}, byte offset ${count(offset)}`,
  inLine: (line) => `line ${count(line)}`,
  onPage: (page, line) => `page ${page} (line ${count(line)} of the source)`,

  empty: advice('the file is empty', 'look whether the scan or the export was finished'),
  onlyBom: (encoding) =>
    advice(`nothing but a byte order mark (${encoding})`, 'look whether the scan or the export was finished'),
  binary: (what) =>
    advice(
      `this is ${FORMATS_EN[what]}, not plain text`,
      'make a .txt of it first, with an OCR program or "save as"',
    ),
  tooLarge: (units, limit) =>
    advice(
      `too much text: ${count(units)} UTF-16 units, at most ${count(limit)} fit`,
      'split it by volume or category',
    ),
  invalid: (place, bytes, encoding) => `${place}: the bytes ${bytes} are no character of ${encoding}`,
  truncated: (place, bytes, encoding) => `${place}: the file ends within a character (${bytes}, ${encoding})`,
  fixBytes: 'mend these bytes; if the encoding was taken for another, name it with --encoding',
  fetchAgain: 'the file may have been copied in part only: fetch it again',
  triedAll: (tried) => `${tried} were tried and none fits; name one with --encoding to see where it fails`,
  notThat: 'name another --encoding, or none, so that it is found out',
  mixed: (place, before, after) =>
    advice(
      `${place}: ${before} before, ${after} from here on: two encodings in one file`,
      'split the file here, or convert one of its parts',
    ),
  contradicted: (marked) =>
    advice(`the mark at its start says ${marked}, --encoding says otherwise`, 'leave --encoding out'),
  loneSurrogate: (place) =>
    advice(`${place}: half a character (a lone surrogate)`, 'mend the program that made this text'),
  unsupported: (encoding) =>
    advice(`this Node.js cannot read ${encoding}`, 'use a Node.js with full ICU (all official ones have it)'),

  missing: advice('there is no such file', 'check its path and name'),
  isFolder: advice('this is a folder', 'name the files in it, as in DIR/*.txt'),
  special: advice(
    'not a regular file (a pipe or a device)',
    'for a pipe write -, and it is read from standard input',
  ),
  link: (target) => advice(`this is a symbolic link to ${target}`, 'name the file that it points to'),
  denied: advice('no permission to read it', 'change its permissions, or make a copy'),
  changed: advice('the file changed while it was read', 'wait until the program that writes it is done'),
  tooManyBytes: (bytes, limit) =>
    advice(`too large: ${count(bytes)} bytes, at most ${count(limit)} fit`, 'split it by volume or category'),
  unreadable: (code) => advice(`it cannot be read (${code})`, 'check the disk or the network'),

  writeDenied: (path) => advice(`no permission to write ${path}`, 'choose another --out folder'),
  diskFull: (path) =>
    advice(`the disk is full (at ${path})`, 'make room; what was there before is untouched'),
  readOnly: (path) => advice(`${path} is on a read-only disk`, 'choose another --out folder'),
  nameTooLong: (path) => advice(`the name is too long: ${path}`, 'give the input a shorter name'),
  inTheWay: (path) =>
    advice(`${path} exists and is not a regular file`, 'move it away, or choose another --out folder'),
  unwritable: (path, code) =>
    advice(
      `${path} cannot be written (${code})`,
      'check the disk or the network; what was there before is untouched',
    ),
  stopped: advice('interrupted, nothing was written', 'run it again'),

  imbalance: (place) => `${place}: self-check failed: the cleaned text does not add up with the source`,
  digitsChanged: (place) => `${place}: self-check failed: a number differs from the source`,
  halfCharacter: (file, offset) =>
    advice(
      `${file} has half a character at ${count(offset)}, which UTF-8 cannot hold`,
      'mend the text that was typed there',
    ),
  bug: (message) => `internal error: ${message}`,
  report:
    'this is a fault of the program; nothing was written. Run it with JIAOKAN_DEBUG=1 for details, and report it',
  stdoutFailed: (code) => `cannot write to standard output (${code})\n`,

  written: (file, outputs, facts) => `${file} -> ${outputs} (${facts})\n`,
  facts: (encoding, guessed, characters, entries, repairs, open) =>
    `${encoding}${guessed ? ' by its characters' : ''}, ${count(characters)} characters, ${count(entries)} entries, ${count(repairs)} repairs, ${count(open)} open findings`,
  total: (done, failed) => `${count(done)} files done${failed > 0 ? `, ${count(failed)} failed` : ''}\n`,
  progress: (i, of, stage, percent) => `file ${i} of ${of}: ${stage} ${percent}%`,
  stages: { read: 'reading', decode: 'decoding', analyse: 'analysing', write: 'writing' },

  notJson: (reason) => `not JSON: ${reason}`,
  notDocument: 'not {"name": string, "text": string}',
  notUtf8: (offset) => `not UTF-8 at byte offset ${count(offset)}`,
  lineTooLong: 'the line is too long',

  demoTitle: 'The sample book (invented), before and after',
  demoRaw: 'raw',
  demoClean: 'clean',
  demoLine: (line) => `line ${count(line)}`,
  demoSummary: 'The whole book',
  demoCounts: (characters, entries, captions) =>
    `${count(characters)} characters, ${count(entries)} entries, ${count(captions)} captions`,
  demoRepairs: (repairs, kinds) => `${count(repairs)} repairs: ${kinds}`,
  demoOpen: (open) => `${count(open)} open findings, not changed, left to the editor`,
  demoLedger: 'The ledger balances: each character of the source is there, or its removal is on record',
  demoDigits: 'Digit lock: no number was changed but by a marked reading',
  demoNext: 'Next: jiaokan clean YOUR.txt --out clean',
  times: (title, n) => `${title} ${count(n)}`,
  comma: ', ',
}

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { zh, en }

export type Messages = Catalogue

/** All words of the command line in one language. */
export function messagesIn(language: Language): Messages {
  return CATALOGUES[language]
}
