import type { MenuCommand, MenuLanguage } from '../contract/menu.ts'

/** The shell's own words: menus and native dialogs. What stands inside the window has its words in the window. */
const zh = {
  app: '校勘',
  about: '关于校勘',
  hide: '隐藏校勘',
  hideOthers: '隐藏其他',
  showAll: '全部显示',
  quit: '退出',

  file: '文件',
  open: '打开…',
  recent: '最近打开',
  noRecent: '无',
  clearRecent: '清除列表',
  'book.save-project': '存为项目文件…',
  'book.new-proof': '载入新校样…',
  'export.save': '导出为…',
  'library.paste': '粘贴文字…',
  'library.sample': '打开样书',
  'window.home': '书库',
  close: '关闭窗口',

  edit: '编辑',
  'review.undo': '撤销',
  'review.redo': '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  'review.find': '查找',
  'review.go': '前往…',

  review: '校对',
  'review.next': '下一条',
  'review.previous': '上一条',
  'review.accept': '接受',
  'review.reject': '不改',
  'review.asPrinted': '照录',
  'review.edit': '改写',
  'review.note': '批注',

  view: '显示',
  'window.larger': '放大正文',
  'window.smaller': '缩小正文',
  'window.usual-size': '默认字号',
  'window.light': '浅色',
  'window.dark': '深色',
  'window.theme-system': '跟随系统',
  'window.commands': '命令列表',
  'window.preferences': '设置…',
  fullscreen: '全屏',
  reload: '重新载入',
  tools: '开发者工具',

  help: '帮助',
  'window.keys': '按键一览',
  punctuation: '国家标准：标点符号用法（网页）',
  numerals: '国家标准：出版物上数字用法（网页）',

  textFiles: '文本文件',
  allFiles: '所有文件',
  openTitle: '打开原始文本',
  saveTitle: '导出',

  unsavedTitle: '尚未保存',
  unsaved: (changes: number) => `有 ${changes} 处改动还没有写到磁盘上。`,
  unsavedDetail: '现在退出，这些改动就丢了。请留在窗口里，腾出磁盘空间或检查磁盘，保存成功后再退出。',
  silent: '窗口没有回应，不能确定改动是否都已保存。',
  silentDetail: '已显示“已保存”的内容都在。可以再等一会儿，也可以直接退出。',
  stay: '留下',
  leave: '放弃改动并退出',
  crashed: '窗口反复出错，已停止自动重新载入。',
  crashedDetail: '已保存的书稿都在。可以再试一次；若仍出错，请退出后重新打开。',
  again: '再试一次',

  failedTitle: '校勘无法启动',
  unbuilt: '界面文件不全。请重新安装；若是源代码，请先运行 npm run build。书稿没有改动。',
} as const satisfies Record<MenuCommand, string> & Record<string, string | ((n: number) => string)>

export type ShellWords = {
  readonly [K in keyof typeof zh]: (typeof zh)[K] extends string ? string : (n: number) => string
}

const en: ShellWords = {
  app: 'Jiaokan',
  about: 'About Jiaokan',
  hide: 'Hide Jiaokan',
  hideOthers: 'Hide Others',
  showAll: 'Show All',
  quit: 'Quit',

  file: 'File',
  open: 'Open…',
  recent: 'Open Recent',
  noRecent: 'None',
  clearRecent: 'Clear List',
  'book.save-project': 'Save as Project File…',
  'book.new-proof': 'Load a New Proof…',
  'export.save': 'Export As…',
  'library.paste': 'Paste Text…',
  'library.sample': 'Open the Sample',
  'window.home': 'Library',
  close: 'Close Window',

  edit: 'Edit',
  'review.undo': 'Undo',
  'review.redo': 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  'review.find': 'Find',
  'review.go': 'Go to…',

  review: 'Review',
  'review.next': 'Next Finding',
  'review.previous': 'Previous Finding',
  'review.accept': 'Accept',
  'review.reject': 'Reject',
  'review.asPrinted': 'As Printed',
  'review.edit': 'Retype',
  'review.note': 'Note',

  view: 'View',
  'window.larger': 'Larger Text',
  'window.smaller': 'Smaller Text',
  'window.usual-size': 'Usual Text Size',
  'window.light': 'Light',
  'window.dark': 'Dark',
  'window.theme-system': 'Follow the System',
  'window.commands': 'Commands',
  'window.preferences': 'Settings…',
  fullscreen: 'Full Screen',
  reload: 'Reload',
  tools: 'Developer Tools',

  help: 'Help',
  'window.keys': 'All Keys',
  punctuation: 'Standard: Use of Punctuation (web page)',
  numerals: 'Standard: Numerals in Publications (web page)',

  textFiles: 'Text files',
  allFiles: 'All files',
  openTitle: 'Open raw texts',
  saveTitle: 'Export',

  unsavedTitle: 'Not saved yet',
  unsaved: (changes) =>
    changes === 1 ? 'One change is not on the disk yet.' : `${changes} changes are not on the disk yet.`,
  unsavedDetail:
    'Quitting now loses them. Stay, make room on the disk or check it, and quit once they are saved.',
  silent: 'The window does not answer, so it is not certain that every change is saved.',
  silentDetail: 'Whatever was shown as saved is safe. Wait a while longer, or quit now.',
  stay: 'Stay',
  leave: 'Discard and Quit',
  crashed: 'The window keeps failing and was not loaded again.',
  crashedDetail:
    'All books that were saved are safe. Try once more; if it still fails, quit and start again.',
  again: 'Try Again',

  failedTitle: 'Jiaokan cannot start',
  unbuilt:
    'Files of the window are missing. Install it anew; from source, run npm run build first. No book was changed.',
}

export const WORDS: Readonly<Record<MenuLanguage, ShellWords>> = { zh, en }

/** The language of the shell until the window has said which one it speaks. */
export function languageOf(locale: string): MenuLanguage {
  return /^zh\b/i.test(locale) ? 'zh' : 'en'
}
