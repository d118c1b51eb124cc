import { calm, type HostCondition } from '../../shared/core/frames.ts'

/** How it stands with the host itself; whoever listens hears every change. */
export interface Condition {
  now(): HostCondition
  change(change: Partial<HostCondition>): void
  onChange(listener: () => void): () => void
}

export function createCondition(): Condition {
  const listeners = new Set<() => void>()
  let condition = calm
  return {
    now: () => condition,
    change(change) {
      const next = { ...condition, ...change }
      if (JSON.stringify(next) === JSON.stringify(condition)) return
      condition = next
      for (const listener of listeners) listener()
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
