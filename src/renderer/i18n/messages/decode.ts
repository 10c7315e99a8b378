import type { Translation } from '../catalogue.ts'

// What a file is, and why it could not be read.
export const decodeZh = {
  'encoding.utf-8': 'UTF-8',
  'encoding.utf-16le': 'UTF-16 LE',
  'encoding.utf-16be': 'UTF-16 BE',
  'encoding.gb18030': 'GB18030（含 GBK、GB2312）',
  'encoding.big5': 'Big5',

  'evidence.override': '手动指定',
  'evidence.bom': '文件开头有编码标记',
  'evidence.nul-pattern': '按字节排列识别',
  'evidence.valid': '全文字节合法',
  'evidence.score': '按常用字推断，请看预览是否通顺',

  'decode.empty': '文件是空的。',
  'decode.only-bom': '文件里只有一个编码标记，没有文字。',
  'decode.binary': '这是{what}，不是文本。请先导出为文本文件（txt），再导入。',
  'decode.nul': '文件里有大量空字节（自第 {at} 字节起），不像文本。若确是文本，请指定编码。',
  'decode.too-large': '文本有 {units} 个字符，超过一次能读入的 {limit} 个。请分成几份。',
  'decode.invalid':
    '第 {line} 行（第 {at} 字节）的 {bytes} 不是 {encoding} 字符。请换一种编码，或检查原文件。',
  'decode.truncated':
    '文件在第 {line} 行（第 {at} 字节）断在一个字的中间（{bytes}，按 {encoding}）。文件可能没有复制完整。',
  'decode.mixed':
    '第 {line} 行（第 {at} 字节）之前是 {before}，之后是 {after}，像是两份文件接在一起。请拆开后分别导入。',
  'decode.contradicted': '文件开头的标记说明编码是 {marked}，与所选不符。',
  'decode.unsupported': '这个浏览器不认识 {encoding}。请换一个浏览器，或把文件转成 UTF-8。',
  'decode.lone-surrogate': '第 {line} 行有半个字符，无法保存。请从原处重新复制。',
  'decode.unreadable': '读不到这个文件。它可能是文件夹，或在读取时被移动、修改了。',

  'binary.pdf': ' PDF 文件',
  'binary.zip': '压缩包或 Word、Excel、EPUB 文件',
  'binary.ole': '旧版 Word 或 Excel 文件',
  'binary.png': '图片（PNG）',
  'binary.jpeg': '图片（JPEG）',
  'binary.gif': '图片（GIF）',
  'binary.tiff': '图片（TIFF）',
  'binary.gzip': '压缩文件（gzip）',
  'binary.rar': '压缩包（RAR）',
  'binary.7z': '压缩包（7z）',
  'binary.rtf': ' RTF 文件',
  'binary.utf-32': ' UTF-32 编码的文件',
} as const

export const decodeEn: Translation<typeof decodeZh> = {
  'encoding.utf-8': 'UTF-8',
  'encoding.utf-16le': 'UTF-16 LE',
  'encoding.utf-16be': 'UTF-16 BE',
  'encoding.gb18030': 'GB18030 (GBK, GB2312)',
  'encoding.big5': 'Big5',

  'evidence.override': 'chosen by hand',
  'evidence.bom': 'the file starts with a mark that says so',
  'evidence.nul-pattern': 'recognised by the pattern of its bytes',
  'evidence.valid': 'all bytes are valid',
  'evidence.score': 'judged by common characters: check that the preview makes sense',

  'decode.empty': 'The file is empty.',
  'decode.only-bom': 'The file holds an encoding mark and no text.',
  'decode.binary': 'This is {what}, not text. Save it as a text file (txt) first, then import that.',
  'decode.nul':
    'The file is full of empty bytes (from byte {at} on) and does not look like text. If it is, choose its encoding.',
  'decode.too-large':
    'The text has {units} characters; at most {limit} can be read at a time. Split it into parts.',
  'decode.invalid':
    'Line {line} (byte {at}): {bytes} is no character in {encoding}. Choose another encoding, or check the file.',
  'decode.truncated':
    'The file ends within a character, in line {line} (byte {at}: {bytes}, as {encoding}). It may not have been copied in full.',
  'decode.mixed':
    'Before line {line} (byte {at}) this is {before}, after it {after}: two files seem to have been joined. Split them and import each.',
  'decode.contradicted': 'The mark at the start of the file says {marked}, which is not what you chose.',
  'decode.unsupported':
    'This browser does not know {encoding}. Use another browser, or convert the file to UTF-8.',
  'decode.lone-surrogate': 'Line {line} holds half a character and cannot be stored. Copy the text anew.',
  'decode.unreadable':
    'The file cannot be read. It may be a folder, or it was moved or changed in the meantime.',

  'binary.pdf': 'a PDF',
  'binary.zip': 'an archive, or a Word, Excel or EPUB file',
  'binary.ole': 'an old Word or Excel file',
  'binary.png': 'an image (PNG)',
  'binary.jpeg': 'an image (JPEG)',
  'binary.gif': 'an image (GIF)',
  'binary.tiff': 'an image (TIFF)',
  'binary.gzip': 'a compressed file (gzip)',
  'binary.rar': 'an archive (RAR)',
  'binary.7z': 'an archive (7z)',
  'binary.rtf': 'an RTF file',
  'binary.utf-32': 'a file in UTF-32',
}
