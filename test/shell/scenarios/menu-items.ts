import type { Desk } from '../desk.ts'
import type { MenuItem } from '../double/electron.ts'

/** An entry of a menu, by its id or its words. */
export function find(items: readonly MenuItem[], entry: string): MenuItem | undefined {
  for (const item of items) {
    if (item.id === entry || item.label === entry) return item
    const inside = find(item.submenu ?? [], entry)
    if (inside) return inside
  }
  return undefined
}

/** The entry as the menu has it now. */
export async function menuOf(desk: Desk, entry: string): Promise<MenuItem | undefined> {
  return find(await desk.menu(), entry)
}
