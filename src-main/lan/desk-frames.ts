import { z } from 'zod'
import { calm, type CallFrame, type CancelFrame, type Changed, type ConditionFrame, type EventsFrame, type Hello, type HostCondition, type PingFrame } from '../../shared/core/frames.ts'
import type { Answer } from '../core/answers.ts'

const helloSchema = z.object({
  token: z.string().min(1).max(500),
  deskId: z.string().max(100),
  seq: z.int().min(0).optional(),
  epoch: z.string().max(100).optional(),
}) satisfies z.ZodType<Hello>

const frameId = z.int().min(0)
const callSchema = z.object({
  id: frameId, call: z.string().min(1).max(200), input: z.unknown().optional(), replayKey: z.string().max(200).optional(), known: z.string().max(100).optional(),
  deskId: z.string().max(100).optional(),
}) satisfies z.ZodType<CallFrame>
const cancelSchema = z.object({ cancel: frameId }) satisfies z.ZodType<CancelFrame>
const pingSchema = z.object({ ping: z.number() }) satisfies z.ZodType<PingFrame>

/** A frame by its kind; `unreadable` carries the id to answer to, 0 where there is none. */
export type DeskMessage =
  | { readonly kind: 'call'; readonly frame: CallFrame }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'ping'; readonly ping: number }
  | { readonly kind: 'unreadable'; readonly id: number }

export function readHello(text: string): Hello | undefined {
  return helloSchema.safeParse(parse(text)).data
}

/** `text` is nothing for a binary frame. */
export function readMessage(text: string | undefined): DeskMessage {
  const raw = text === undefined ? undefined : parse(text)
  const call = callSchema.safeParse(raw)
  if (call.success) return { kind: 'call', frame: call.data }
  const cancel = cancelSchema.safeParse(raw)
  if (cancel.success) return { kind: 'cancel', id: cancel.data.cancel }
  const ping = pingSchema.safeParse(raw)
  if (ping.success) return { kind: 'ping', ping: ping.data.ping }
  return { kind: 'unreadable', id: z.object({ id: z.int() }).safeParse(raw).data?.id ?? 0 }
}

/** An answer is text already, made once for all who get it. */
export function replyText(id: number, answer: Answer): string {
  if (!answer.ok) return JSON.stringify({ id, ...answer })
  const tag = answer.tag === undefined ? '' : `,"tag":${JSON.stringify(answer.tag)}`
  return answer.unchanged ? `{"id":${id},"ok":true${tag},"unchanged":true}` : `{"id":${id},"ok":true,"value":${answer.json}${tag}}`
}

export function eventsText(changes: readonly Changed[], seq: number): string {
  return JSON.stringify({ events: changes.map(({ entity, id, scope }) => ({ entity, id, scope })), seq } satisfies EventsFrame)
}

export function refetchText(seq: number): string {
  return JSON.stringify({ events: [], seq, refetchAll: true } satisfies EventsFrame)
}

export function conditionText(condition: HostCondition): string {
  return JSON.stringify({ condition } satisfies ConditionFrame)
}

/** What a desk that was just welcomed has to hear: nothing where all is as it takes for granted. */
export function firstConditionText(condition: HostCondition): string | undefined {
  return condition === calm ? undefined : conditionText(condition)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
