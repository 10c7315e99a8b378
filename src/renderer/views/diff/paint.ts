import type { CorrectionId } from '../../../core/corrections/edit.ts'
import type { Run } from './ink.ts'

/**
 * Writes runs into an element. By hand, not as a template: a paragraph has a hundred runs and more, and while the list is
 * scrolled rows come by the dozen; this takes a third of the time. What was taken out and put in is said to screen
 * readers by <del> and <ins>.
 */
export function paint(into: HTMLElement, runs: readonly Run[], gap: (length: number) => string): void {
  into.replaceChildren(...runs.map((run) => nodeOf(run, gap)))
}

function nodeOf(run: Run, gap: (length: number) => string): Node {
  const { ink, change, text } = run
  if (ink === 'plain' && !change) return document.createTextNode(text)
  const node = document.createElement(ink === 'removed' ? 'del' : ink === 'inserted' ? 'ins' : 'span')
  node.className = [ink, run.layer ?? '', run.figures ? 'figures' : '', text === '' ? 'tick' : '']
    .join(' ')
    .trim()
  node.textContent = ink === 'gap' ? gap(Number(text)) : text
  const correction = change?.correction ?? change?.moved
  if (correction) node.dataset['correction'] = correction
  if (change?.moved && change.moved !== correction) node.dataset['inside'] = change.moved
  if (run.move !== null) node.dataset['move'] = run.move
  return node
}

/** Marks what belongs to the selected change, and nothing else. */
export function markSelected(within: HTMLElement, selected: CorrectionId | null): void {
  for (const node of within.querySelectorAll<HTMLElement>('[data-correction], [data-inside]')) {
    const { correction, inside } = node.dataset
    node.classList.toggle('selected', selected !== null && correction === selected)
    node.classList.toggle('inside', selected !== null && inside === selected && correction !== selected)
  }
}
