import type { BlockId } from '../../../core/corrections/correction.ts'

/** The elements of the blocks that are drawn at the moment. */
export class Drawn {
  readonly elements = new Map<BlockId, HTMLElement>()

  register(id: BlockId, element: HTMLElement): () => void {
    this.elements.set(id, element)
    return () => {
      // A row that comes anew may have registered before the old one goes.
      if (this.elements.get(id) === element) this.elements.delete(id)
    }
  }
}
