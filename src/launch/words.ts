import type { BrowserReason } from './choose.ts'

const REASONS: Readonly<Record<BrowserReason, readonly [zh: string, en: string]>> = {
  asked: ['按要求用浏览器打开', 'in the browser, as asked'],
  'no-shell': ['桌面程序尚未构建，改用浏览器', 'the desktop shell is not built, so in the browser'],
  'no-package': ['未安装 Electron，改用浏览器', 'Electron is not installed, so in the browser'],
  'no-display': ['没有显示器，Electron 无法打开窗口', 'no display for Electron to open a window on'],
  root: ['Electron 不以 root 身份运行，改用浏览器', 'Electron does not run as root, so in the browser'],
  unreachable: [
    'Electron 程序未下载，且下载站点无应答，改用浏览器',
    'Electron’s binary is missing and its release host does not answer, so in the browser',
  ],
  'not-fetched': ['Electron 下载未成功，改用浏览器', 'Electron could not be fetched, so in the browser'],
}

/** Why the browser is used, in both languages: the terminal does not say which one is read there. */
export function reasonWords(reason: BrowserReason): string {
  return REASONS[reason].join(' · ')
}

export const FETCHING = '正在下载 Electron（Ctrl+C 停止）· fetching Electron (Ctrl+C to stop)'

export const USAGE = `用法 · usage: npm start -- [--browser] [--no-open] [FILE]

  FILE        要打开的原文或 .jiaokan 文件 · a text or .jiaokan file to open
  --browser   用浏览器，不用 Electron · use the browser, not Electron
  --no-open   不自动打开浏览器，只显示地址 · print the address, open no browser
  -h, --help  显示本说明 · show this

没有 Electron 程序时，同一工作台在浏览器中打开：http://127.0.0.1:4717/ 。
Where Electron is not to be had, the same workbench opens in the browser, at that address.`
