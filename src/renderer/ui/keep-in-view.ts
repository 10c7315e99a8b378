/** For the chosen one of a list that is gone through by keys. */
export function keepInView(option: HTMLElement): void {
  option.scrollIntoView({ block: 'nearest' })
}
