/** One link between a stretch of raw text and the lines where it is read. Heights are of the panes. */
export interface Ribbon {
  readonly key: string
  readonly raw: { readonly top: number; readonly bottom: number }
  readonly text: { readonly top: number; readonly bottom: number }
  /** Of the block where the editor is, or that is pointed at. */
  readonly isCurrent: boolean
  /** Read elsewhere than where it stands: it crosses others, and is drawn with an edge. */
  readonly isMoved: boolean
}

/** The outline of a ribbon across a gutter of this width. */
export function ribbonPath({ raw, text }: Ribbon, width: number): string {
  const mid = width / 2
  const n = (value: number): string => value.toFixed(1)
  const [a, b, c, d] = [raw.top, text.top, text.bottom, raw.bottom].map(n)
  return `M0 ${a}C${mid} ${a} ${mid} ${b} ${width} ${b}L${width} ${c}C${mid} ${c} ${mid} ${d} 0 ${d}Z`
}
