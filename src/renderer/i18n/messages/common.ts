import type { Translation } from '../catalogue.ts'

export const commonZh = {
  'app.name': '校勘',

  'bar.home': '书库',
  'bar.views': '视图',
  'bar.place': '当前位置',
  'bar.status': '状态栏',
  'bar.preferences': '设置',
  'bar.commands': '命令',
  'bar.keys': '按键',

  'saving.saving': '正在保存',
  'saving.saved': '已保存 {time}',
  'saving.savedPrivate': '已保存 {time}（浏览器私有存储）',
  'saving.savedAlone': '已保存 {time}（仅浏览器书库，无副本）',
  'saving.failed': '未保存（自 {time}）',
  'saving.alone': '仅在浏览器中（自 {time}）',
  'saving.aloneLong':
    '自 {time} 起，改动只写进了浏览器的书库，没有写进副本。浏览器的书库可能被整个清除。{reason} 恢复后会自动补写。',
  'saving.failedLong': '自 {time} 起未能保存，{pending} 处改动只在内存中。请勿关闭窗口。{reason}',

  'preferences.title': '设置',
  'preferences.language': '语言',
  'preferences.theme': '明暗',
  'preferences.textSize': '正文字号',
  'preferences.system': '跟随系统',
  'preferences.light': '浅色',
  'preferences.dark': '深色',
  'preferences.smaller': '小一号',
  'preferences.larger': '大一号',
  'preferences.offline': '不联网，不统计。书稿只存放在这台机器上。',

  'command.preferences': '打开设置',
  'command.home': '回到书库',
  'command.commands': '命令列表',
  'command.keys': '按键一览',
  'command.larger': '放大正文',
  'command.smaller': '缩小正文',
  'command.usualSize': '正文恢复默认字号',
  'command.light': '浅色',
  'command.dark': '深色',
  'command.themeSystem': '明暗跟随系统',
  'command.language': '切换到英文',
  'command.search': '输入命令名称',
  'command.none': '没有这样的命令',
  'group.window': '窗口',

  'keys.title': '按键一览',
  'keys.change': '更改“{command}”的按键',
  'keys.press': '请按新的键，Esc 取消',
  'keys.taken': '此键已用于“{command}”',
  'keys.usual': '恢复默认',
  'keys.none': '未设',
  'keys.note': '字母键按字符识别，标点键按键位识别；输入法打开时按键不起作用。点按键可更改。',

  'action.close': '关闭',
  'action.cancel': '取消',
  'action.undo': '撤销',
  'action.reload': '重新载入',

  'start.blocked': '正在等待另一个窗口',
  'start.blockedDetail': '另一个窗口打开着旧版校勘。请关闭它，这里会自动继续。书稿都在。',
  'start.superseded': '本窗口已停用',
  'start.supersededDetail':
    '新版校勘已在另一个窗口打开并升级了书库。已保存的内容都在；请重新载入本窗口后继续。',
  'start.failed': '书库打不开',
  'start.failedDetail':
    '浏览器报告：{reason}。没有改动任何内容。请检查磁盘空间，关闭其他校勘窗口，然后重新载入。',
  'start.wiped': '书库是空的，但上次这里有 {count} 本书。',
  'start.wipedDetail':
    '浏览器可能清除了数据（空间不足、文件损坏，或清理了浏览记录）。请用原始文件或导出的文件重新导入。',
  'start.newer': '书库由更新版本的校勘写成，本窗口只能查看和导出。请改用新版。',

  'start.recovered': '窗口出错，已重新载入。显示过“已保存”的改动都在。',

  'file.is-source': '这个文件是打开过的原始文本，没有写入。请换一个文件名。',
  'file.full': '磁盘已满，没有写入，原有文件未动。请腾出空间或换一个位置。',
  'file.denied': '没有写入权限，或文件正被其他程序占用，没有写入。请换一个位置，或关闭占用它的程序。',
  'file.gone': '文件夹已不在，没有写入。请换一个位置。',
  'file.failed': '系统报告：{reason}。没有写入，原有文件未动。请换一个位置再试。',

  'book.failed': '这本书打不开',
  'book.elsewhere': '这本书正在另一个窗口编辑，这里只读。',
  'book.taken': '这本书已由另一个窗口接管，这里只读。接管前的改动都已保存。',
  'book.newer': '书库由更新版本的校勘写成，这里只读。',
  'book.damaged': '操作记录不完整，缺口之后的部分未载入，这里只读。可以导出，请勿继续编辑。',
  'book.takeOver': '在此编辑',

  'book.copyNewer': '这本书的副本由更新版本的校勘写成，这里只读，没有改动任何内容。请改用新版。',
  'book.copyElsewhere': '这本书正由另一个校勘程序编辑，这里只读。请先关闭那个程序，再重新打开这本书。',
  'book.copyDamaged':
    '这本书的副本中途损坏，或与浏览器里的记录不一致，这里只读，两边都没有改动。可以导出；请保留副本。',

  'copy.gone': '副本不见了，正在用书库里的内容重新写出。请不要关闭窗口。',
  'copy.unreachable': '保存副本的程序没有应答，请确认它还在运行。',
  'copy.full': '磁盘已满，请腾出空间。',
  'copy.denied': '没有写入副本的权限，请检查副本所在的文件夹。',
  'copy.newer': '副本由更新版本的校勘写成，没有写入。请改用新版。',
  'copy.elsewhere': '这本书正由另一个校勘程序编辑，没有写入。请关闭那个程序后重新打开这本书。',
  'copy.damaged': '副本中途损坏，没有写入。可以导出；请保留副本。',
  'copy.forked': '副本与浏览器里的记录不一致，没有写入。可以导出。',
  'copy.failed': '副本写入失败（{reason}）。',
  'copy.eraseLater': '副本现在不能改动，所以没有彻底删除。请稍后再试。',

  'recovery.restored': '从副本补回了 {count} 本书的内容',
  'recovery.restoredDetail': '浏览器的书库缺少这些内容：{books}。',
  'recovery.copied': '向副本补写了 {count} 处更正',
  'recovery.copiedDetail': '这些内容原来只在浏览器里：{books}。',
  'recovery.torn': '副本末尾有 {count} 字节没有写完',
  'recovery.tornDetail': '已另存在副本旁，没有删除；之前已保存的内容都在：{books}。',
  'recovery.fault': '有 {count} 本书只能查看',
  'recovery.broken': '放回的书里有 {count} 本不对',
  'recovery.unchecked': '放回的书没能检查',
  'recovery.uncheckedDetail':
    '{books}：已经放回，内容都在，账目与数字锁还没有核对（{reason}）。导出时会再核对。',
  'recovery.title': '《{title}》',
  'recovery.book': '《{title}》（更正 {count} 处）',
  'list.separator': '、',
  'recovery.bookFault': '《{title}》：{reason}',
  'start.recovering': '正在核对副本',

  'store.full': '磁盘空间或浏览器配额已满，没有写入。请腾出空间后重试。',
  'store.closed': '书库已由另一个窗口接管，没有写入。请重新载入本窗口。',
  'store.newer': '书库由更新版本写成，本窗口不能写入。',
  'store.not-the-editor': '这本书正在另一个窗口编辑，没有写入。',
  'store.gap': '操作记录不连续（应为第 {expected} 条，得到第 {found} 条），没有写入。请重新打开这本书。',
  'store.no-such-book': '书库里没有这本书，可能已在另一个窗口删除。',
  'store.broken': '浏览器报告：{reason}。没有写入。请重试；若仍失败，请重新载入。',

  'engine.failed': '处理程序中断（{reason}），没有写入任何内容。请重试；若仍失败，请把文件分成较小的几份。',
} as const

export const commonEn: Translation<typeof commonZh> = {
  'app.name': 'Jiaokan',

  'bar.home': 'Library',
  'bar.views': 'Views',
  'bar.place': 'You are here',
  'bar.status': 'Status',
  'bar.preferences': 'Settings',
  'bar.commands': 'Commands',
  'bar.keys': 'Keys',

  'saving.saving': 'Saving',
  'saving.saved': 'Saved {time}',
  'saving.savedPrivate': 'Saved {time} (private storage of the browser)',
  'saving.savedAlone': 'Saved {time} (library of the browser only, no copy)',
  'saving.failed': 'Not saved since {time}',
  'saving.alone': 'In the browser only since {time}',
  'saving.aloneLong':
    'Since {time} changes are in the browser’s library only, not in their copies. Browsers may remove their library as a whole. {reason} What is missing will be added by itself.',
  'saving.failedLong':
    'Nothing could be saved since {time}: {pending} {pending|change is|changes are} in memory only. Do not close the window. {reason}',

  'preferences.title': 'Settings',
  'preferences.language': 'Language',
  'preferences.theme': 'Appearance',
  'preferences.textSize': 'Text size',
  'preferences.system': 'System',
  'preferences.light': 'Light',
  'preferences.dark': 'Dark',
  'preferences.smaller': 'Smaller',
  'preferences.larger': 'Larger',
  'preferences.offline': 'No network, no statistics. Your books stay on this machine.',

  'command.preferences': 'Open the settings',
  'command.home': 'Go to the library',
  'command.commands': 'List of commands',
  'command.keys': 'All keys',
  'command.larger': 'Larger text',
  'command.smaller': 'Smaller text',
  'command.usualSize': 'Text in its usual size',
  'command.light': 'Light appearance',
  'command.dark': 'Dark appearance',
  'command.themeSystem': 'Appearance of the system',
  'command.language': 'Switch to Chinese',
  'command.search': 'Name of a command',
  'command.none': 'No such command',
  'group.window': 'Window',

  'keys.title': 'All keys',
  'keys.change': 'Change the key of “{command}”',
  'keys.press': 'Press the new key, or Esc to leave it',
  'keys.taken': 'This key belongs to “{command}”',
  'keys.usual': 'Usual key',
  'keys.none': 'none',
  'keys.note':
    'Letters go by what they mean, punctuation by the place of the key; while an input method composes, keys do nothing here. Click a key to change it.',

  'action.close': 'Close',
  'action.cancel': 'Cancel',
  'action.undo': 'Undo',
  'action.reload': 'Reload',

  'start.blocked': 'Waiting for another window',
  'start.blockedDetail':
    'An older Jiaokan is open in another window. Close it, and this one goes on by itself. Your books are safe.',
  'start.superseded': 'This window has stopped',
  'start.supersededDetail':
    'A newer Jiaokan was opened in another window and has upgraded the library. All that was saved is there; reload this window to go on.',
  'start.failed': 'The library cannot be opened',
  'start.failedDetail':
    'The browser says: {reason}. Nothing was changed. Check the disk space, close other Jiaokan windows, then reload.',
  'start.wiped': 'The library is empty, but it had {count} {count|book|books} when it was last open.',
  'start.wipedDetail':
    'The browser may have removed its data (no space, damaged files, or cleared history). Import your files anew.',
  'start.newer':
    'The library was written by a newer Jiaokan: this window can show and export, not write. Please use the newer one.',

  'start.recovered': 'The window failed and was loaded again. All changes shown as saved are here.',

  'file.is-source': 'That file is a raw text that was opened. Nothing was written; choose another name.',
  'file.full':
    'The disk is full. Nothing was written, and what was there is untouched. Make room, or choose another place.',
  'file.denied':
    'It may not be written, or another program holds it. Nothing was written; choose another place, or close that program.',
  'file.gone': 'The folder is gone. Nothing was written; choose another place.',
  'file.failed':
    'The system says: {reason}. Nothing was written, and what was there is untouched. Try another place.',

  'book.failed': 'This book cannot be opened',
  'book.elsewhere': 'This book is being edited in another window. Here it can be read only.',
  'book.taken':
    'Another window has taken this book over. Here it can be read only; all changes made before are saved.',
  'book.newer': 'The library was written by a newer Jiaokan. This book can be read only.',
  'book.damaged':
    'The record of changes has a hole; what follows it was not loaded. You can read and export, but not edit.',
  'book.takeOver': 'Edit here',

  'book.copyNewer':
    'The copy of this book was written by a newer Jiaokan. It can be read only, nothing was changed. Please use the newer one.',
  'book.copyElsewhere':
    'Another Jiaokan on this machine edits this book. Here it can be read only. Close the other one, then open the book again.',
  'book.copyDamaged':
    'The copy of this book is damaged, or says something else than the browser’s library. It can be read only, and neither was changed. You can export it; keep the copy.',

  'copy.gone': 'The copies are gone. They are being written again from the library; do not close the window.',
  'copy.unreachable': 'The program that keeps the copy does not answer. Make sure that it is running.',
  'copy.full': 'The disk is full. Make room.',
  'copy.denied': 'The copy may not be written. Check the permissions of its folder.',
  'copy.newer': 'The copy was written by a newer Jiaokan. Nothing was written. Please use the newer one.',
  'copy.elsewhere':
    'Another Jiaokan on this machine edits this book. Nothing was written. Close it and open the book again.',
  'copy.damaged': 'The copy is damaged. Nothing was written. You can export the book; keep the copy.',
  'copy.forked': 'The copy and the browser’s library differ. Nothing was written. You can export the book.',
  'copy.failed': 'The copy could not be written ({reason}).',
  'copy.eraseLater': 'The copy cannot be changed now, so nothing was removed for good. Try again later.',

  'recovery.restored': '{count} {count|book was|books were} filled up from {count|its copy|their copies}',
  'recovery.restoredDetail': 'The browser’s library lacked this: {books}.',
  'recovery.copied': '{count} {count|correction was|corrections were} added to the copy',
  'recovery.copiedDetail': 'They had been in the browser only: {books}.',
  'recovery.torn': '{count} {count|byte|bytes} at the end of a copy had been half written',
  'recovery.tornDetail':
    'They were set aside beside the copy, not deleted. All that was saved before is there: {books}.',
  'recovery.fault': '{count} {count|book|books} can be read only',
  'recovery.broken': '{count} restored {count|book is|books are} not right',
  'recovery.unchecked': 'Restored books could not be checked',
  'recovery.uncheckedDetail':
    '{books}: restored, nothing is lost, but ledger and digit lock were not verified ({reason}). Exporting verifies them.',
  'recovery.title': '“{title}”',
  'recovery.book': '“{title}” ({count} {count|correction|corrections})',
  'list.separator': ', ',
  'recovery.bookFault': '“{title}”: {reason}',
  'start.recovering': 'Comparing with the copies',

  'store.full':
    'The disk, or the browser’s share of it, is full. Nothing was written. Make room and try again.',
  'store.closed': 'Another window has taken over the library. Nothing was written. Reload this window.',
  'store.newer': 'The library was written by a newer Jiaokan. This window cannot write.',
  'store.not-the-editor': 'This book is being edited in another window. Nothing was written.',
  'store.gap':
    'The record of changes does not go on where it ends (expected no. {expected}, got no. {found}). Nothing was written. Open the book again.',
  'store.no-such-book': 'The library has no such book. It may have been deleted in another window.',
  'store.broken':
    'The browser says: {reason}. Nothing was written. Try again; if it still fails, reload the window.',

  'engine.failed':
    'The engine stopped ({reason}). Nothing was written. Try again; if it still fails, split the file into smaller ones.',
}
