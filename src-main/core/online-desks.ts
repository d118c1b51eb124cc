import type { OnlineDesk } from './host-view.ts'

/** Which desks have a line open. */
export interface OnlineDesks {
  /** What is given back takes it off again. */
  join(desk: OnlineDesk): () => void
  all(): readonly OnlineDesk[]
}

export function createOnlineDesks(): OnlineDesks {
  const open = new Set<OnlineDesk>()
  return {
    join(desk) {
      open.add(desk)
      return () => open.delete(desk)
    },
    all: () => [...open],
  }
}
