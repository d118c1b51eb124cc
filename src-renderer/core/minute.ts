import { useSyncExternalStore } from 'react'

const minute = 60_000

/** The present minute: whoever shows how long ago something was is drawn anew when it changes. */
export function useMinute(): number {
  return useSyncExternalStore(eachMinute, () => Math.floor(Date.now() / minute))
}

function eachMinute(listener: () => void): () => void {
  const timer = setInterval(listener, minute / 4)
  return () => clearInterval(timer)
}
