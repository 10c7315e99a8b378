/** Who else may write to the same folders. */
export interface Processes {
  readonly own: number
  /**
   * What tells a running process from another one that has its number later: null where no process has the number, and
   * '' where this system does not say.
   */
  mark(pid: number): Promise<string | null>
}
