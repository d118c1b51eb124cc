import type { Contract } from '../../shared/core/procedure.ts'
import type { Condition } from '../core/condition.ts'
import type { Dispatch } from '../core/dispatch.ts'
import type { EventLog } from '../core/event-log.ts'
import type { FileStore } from '../core/files.ts'
import type { Log } from '../core/log.ts'
import type { OnlineDesks } from '../core/online-desks.ts'
import type { SecurityEvent } from '../core/handlers.ts'
import type { Session } from '../core/session.ts'
import type { Sessions } from '../core/sessions.ts'

/** A factory that desks work in: the real one, or the copy of it that people practise on. */
export interface World {
  readonly dispatch: Dispatch
  readonly sessions: Sessions
  readonly online: OnlineDesks
  readonly events: EventLog
  readonly files: FileStore
  /** How it stands with the host itself, which every desk is told. */
  readonly condition: Pick<Condition, 'now' | 'onChange'>
  /** Changes when the database is another one than before, as after a restore. */
  epoch(): string
  /** Writes the security log. */
  warn(session: Session, event: SecurityEvent): void
  /** Calls with one API key within a minute. */
  keyCallsPerMinute(): number
}

/** The training copy as the network needs it: it comes and goes while the host runs. */
export interface TrainingWorld {
  /** Nothing while nobody practises. */
  current(): World | undefined
  /** Called before it goes: its desks are to be told. */
  onClosing(listener: () => void): () => void
  /** How many desks practise, whenever that changes. */
  desksChanged(count: number): void
}

export interface LanParts extends World {
  /** The address to listen on: loopback is served by plain HTTP, any other by HTTPS. */
  readonly bind: string
  /** 0 takes any free one. */
  readonly port: number
  readonly dataFolder: string
  /** The built screens. */
  readonly rendererFolder: URL | undefined
  readonly version: string
  readonly contract: Contract
  readonly training?: TrainingWorld
  readonly log: Log
  siteName(): string | undefined
  /** How many desks are connected over the network, whenever that changes. */
  onDesks?: (count: number) => void
  /** The addresses under which desks reach this computer; the operating system's answer where not given. */
  networkAddresses?: () => readonly string[]
  readonly limits?: Partial<LanLimits>
}

/** Times in milliseconds, sizes in bytes. */
export interface LanLimits {
  /** How long a new socket may take to say who it is. */
  readonly hello: number
  readonly ping: number
  /** A socket without any sign of life for so long is cut. */
  readonly silence: number
  /** How long a socket that is told to close may take for it. */
  readonly closing: number
  /** A desk that lets so much pile up unread is cut, and resumes. */
  readonly unread: number
  readonly callsInFlight: number
  /** Open at once from all addresses together. */
  readonly connections: number
  /** Open at once from one address. It may be a router with some dozens of desks behind it, or a proxy with all of them. */
  readonly connectionsOfAddress: number
  /** How long a request may take to arrive, its head alone and as a whole. */
  readonly head: number
  readonly request: number
  /** Calls of public procedures (login) from one address. */
  readonly publicCallsPerMinute: number
  /** How often the host looks whether its addresses have changed. */
  readonly addressCheck: number
}

export const defaultLimits: LanLimits = {
  hello: 10_000, ping: 10_000, silence: 25_000, closing: 2_000, unread: 4 * 1024 * 1024, callsInFlight: 200,
  connections: 2_000, connectionsOfAddress: 500, head: 30_000, request: 300_000, publicCallsPerMinute: 120, addressCheck: 60_000,
}

/** What a desk may send at once, in bytes: little until it is known who sends. */
export const largestMessage = 1024 * 1024
export const largestFirstMessage = 4 * 1024
