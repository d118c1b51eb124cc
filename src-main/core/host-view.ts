/** One open line of a desk, over the network or to a window. */
export interface OnlineDesk { readonly sessionId: string; readonly userId: string; readonly deskId: string; readonly ip: string; readonly since: string }

/** What the running host knows of itself and no table holds; for queries that vary by the clock. */
export interface HostView {
  desks(): readonly OnlineDesk[]
  /** When a session last gave a sign of life, where that has not been written yet. */
  seenAt(sessionId: string): string | undefined
}

/** Where there is no running host to look at: a long query in its worker. */
export const unseenHost: HostView = { desks: unseen, seenAt: unseen }

function unseen(): never {
  throw new Error('Only a query that the host’s own thread answers can look at the host')
}
