/** What JavaScript itself asks of any object: for awaiting, printing and comparing it. */
const HARMLESS = new Set([
  'then',
  'toJSON',
  'constructor',
  'asymmetricMatch',
  'nodeType',
  '$$typeof',
  '__esModule',
])

/**
 * A stand-in that has what it has: to ask for anything else is an error, and not `undefined`, so that code which uses
 * more of Electron than was thought of here cannot pass by accident. Only for objects without #private fields.
 */
export function strict<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || HARMLESS.has(key))
        return Reflect.get(target, key, receiver) as unknown
      throw new Error(`the stand-in of Electron has no ${name}.${key}`)
    },
  })
}
