import type { ErrorCode } from '../../shared/core/errors.ts'

/** A desk's line as the host holds it, whatever carries it: a WebSocket, or a port to a window of this computer. */
export interface Wire {
  /** Where the desk calls from. */
  readonly address: string
  /** Who calls before they have signed in; nothing where nobody may, because visitors have another way. */
  readonly visitors: { readonly agent: string } | undefined
  readonly isOpen: boolean
  /** What was sent and not taken yet, in bytes. */
  readonly unread: number
  send(text: string): void
  /** Ends by the book: what was sent still arrives. */
  close(code: number, reason: ErrorCode): void
  /** Ends at once. */
  cut(): void
}

/** The desk at the end of a wire: what the wire tells it. */
export interface WireEnd {
  /** It has said who it is. */
  readonly isGreeted: boolean
  /** A frame of so many bytes; nothing for one that is no text. */
  receive(text: string | undefined, size: number): void
  /** The wire takes no more of what is coming. */
  refuse(code: ErrorCode): void
  /** The wire has ended, for whatever reason. */
  closed(): void
}
