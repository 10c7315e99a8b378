import { EventEmitter } from 'node:events'

/** Electron's event object: listeners may prevent what it announces. */
class PreventableEvent {
  defaultPrevented = false
  preventDefault(): void {
    this.defaultPrevented = true
  }
}

/** Emits an event that can be prevented; true where somebody did. */
export function announce(emitter: EventEmitter, name: string, details: object, ...rest: unknown[]): boolean {
  const event = Object.assign(new PreventableEvent(), details)
  emitter.emit(name, event, ...rest)
  return event.defaultPrevented
}

/** The listening half of an emitter, to be spread into a stand-in. */
export function listening(
  emitter: EventEmitter,
): Record<'on' | 'once' | 'off', (name: string, listener: (...given: never[]) => void) => void> {
  return {
    on: (name, listener) => void emitter.on(name, listener as (...given: unknown[]) => void),
    once: (name, listener) => void emitter.once(name, listener as (...given: unknown[]) => void),
    off: (name, listener) => void emitter.off(name, listener as (...given: unknown[]) => void),
  }
}
