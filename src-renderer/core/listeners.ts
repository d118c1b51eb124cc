/** Who wants to hear of something. A listener that leaves while others are told is not told. */
export interface Listeners<Heard extends readonly unknown[]> {
  add(listener: (...heard: Heard) => void): () => void
  tell(...heard: Heard): void
}

export function createListeners<Heard extends readonly unknown[]>(): Listeners<Heard> {
  const listeners = new Set<(...heard: Heard) => void>()
  return {
    add(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell(...heard) {
      for (const listener of listeners) listener(...heard)
    },
  }
}
