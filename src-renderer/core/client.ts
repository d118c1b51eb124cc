import { z } from 'zod'
import { contract, type AppContract } from '../../shared/contract.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Progress, Reply } from '../../shared/core/frames.ts'
import type { Contract, InputOf, OutputOf, Procedure } from '../../shared/core/procedure.ts'

export interface CallOptions {
  readonly signal?: AbortSignal | undefined
  /** How far a job is. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /** The tag of the answer that is on the screen already. */
  readonly known?: string | undefined
}
/** What a transport needs to know of a procedure to carry its call. */
export interface SendOptions extends CallOptions { readonly procedure: Pick<Procedure, 'kind' | 'visibility'> }
/** One call over whatever lies between desk and host: a WebSocket, HTTP, the preload bridge, or `dispatch` itself in tests. */
export type Send = (name: string, input: unknown, options: SendOptions) => Promise<Reply>

/** A query's answer with the tag it is known by; `unchanged` stands for the answer of that tag. */
export type Answer<Value> = { readonly unchanged: true } | { readonly unchanged?: never; readonly value: Value; readonly tag: string | undefined }

/** `await api.kanban.moveCard({ … })`: takes what travels (decimals are text), gives it decoded, throws `AppError`. */
export interface Call<P extends Procedure> {
  (input: InputOf<P>, options?: CallOptions): Promise<OutputOf<P>>
  /** For those who keep answers. */
  ask(input: InputOf<P>, options?: CallOptions): Promise<Answer<OutputOf<P>>>
  readonly procedure: P
  readonly path: readonly [module: string, name: string]
}
export type Client<C extends Contract> = { readonly [Module in keyof C]: { readonly [Name in keyof C[Module]]: Call<C[Module][Name]> } }
export type Api = Client<AppContract>

export function createClient(send: Send): Api {
  return clientOf(contract, send)
}

/** A client over any contract; the gallery and tests bring their own. */
export function clientOf<C extends Contract>(whole: C, send: Send): Client<C> {
  return mapValues(whole, (members, module) => mapValues(members, (procedure, name) => createCall(send, procedure, module, name))) as Client<C>
}

function createCall<P extends Procedure>(send: Send, procedure: P, module: string, name: string): Call<P> {
  async function ask(input: InputOf<P>, options: CallOptions = {}): Promise<Answer<OutputOf<P>>> {
    const reply = await send(`${module}.${name}`, input, { ...options, procedure })
    if (!reply.ok) throw new AppError(reply.code, reply.params)
    if (reply.unchanged) return { unchanged: true }
    return { value: decode(procedure, reply.value), tag: reply.tag }
  }
  async function call(input: InputOf<P>, options: CallOptions = {}): Promise<OutputOf<P>> {
    const answer = await ask(input, { ...options, known: undefined })
    if (answer.unchanged) throw new AppError('unexpected', { reference: `${module}.${name}` })
    return answer.value
  }
  return Object.assign(call, { ask, procedure, path: [module, name] as const })
}

/** A host of another version may answer in a shape this desk does not know. */
function decode<P extends Procedure>(procedure: P, value: unknown): OutputOf<P> {
  const decoded = z.safeDecode(procedure.output, value)
  if (!decoded.success) throw new AppError('unexpected', { reference: decoded.error.issues[0]?.path.join('.') })
  return decoded.data as OutputOf<P>
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, map: (value: From, key: string) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]))
}
