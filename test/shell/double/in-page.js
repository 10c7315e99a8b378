/* Runs in the page before anything else: what a sandboxed preload script finds, and then the built preload itself. */
/* global __preload, __invoke, __settings */
{
  const { contextIsolation, hasNode } = __settings
  const strict = (name, members) =>
    new Proxy(members, {
      get(target, key) {
        if (typeof key === 'symbol' || key in target || key === 'then') return target[key]
        throw new Error(`the stand-in of Electron has no ${name}.${key}`)
      },
    })
  const listeners = new Map()
  // The shell's way in: webContents.send.
  Object.defineProperty(window, '__deliver', {
    value: (channel, payload) => {
      for (const listener of [...(listeners.get(channel) ?? [])]) listener({ sender: 'ipcRenderer' }, payload)
    },
  })
  const electron = strict('electron', {
    contextBridge: strict('contextBridge', {
      exposeInMainWorld(name, api) {
        if (!contextIsolation)
          throw new Error('contextBridge API can only be used when contextIsolation is enabled')
        Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true })
      },
    }),
    ipcRenderer: strict('ipcRenderer', {
      invoke: (channel, ...given) => __invoke(channel, given),
      on: (channel, listener) => listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
      off: (channel, listener) =>
        listeners.set(
          channel,
          (listeners.get(channel) ?? []).filter((one) => one !== listener),
        ),
    }),
    webUtils: strict('webUtils', {
      // Chromium alone knows where a file lies, and tells no page: the test says so beforehand.
      getPathForFile: (file) => (window.__paths ?? []).find((path) => path.endsWith(`/${file.name}`)) ?? '',
    }),
  })
  if (hasNode)
    Object.assign(window, { require: () => electron, process: { versions: { electron: 'stand-in' } } })
  const require = (name) => {
    if (name === 'electron') return electron
    throw new Error(`module not found: ${name}`)
  }
  // Subframes have no preload script.
  if (window === window.top) __preload?.(require)
}
