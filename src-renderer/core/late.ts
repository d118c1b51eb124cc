import { create } from 'zustand'
import { isLateCall, lateBars, type LateBar, type LateCall } from '../../shared/section-day/late.ts'
import type { ErrorParams, InputIssue } from '../../shared/core/errors.ts'
import type { Reply } from '../../shared/core/frames.ts'
import type { Send } from './client.ts'
import { createListeners } from './listeners.ts'

/** A command as it was sent. */
export interface SentCall { readonly call: LateCall; readonly input: Readonly<Record<string, unknown>> }
/** One that the host refused because its section's day takes nothing any more, and what it said of that; `id` tells it from the others. */
export interface RefusedCall extends SentCall { readonly id: number; readonly bar: LateBar; readonly params: ErrorParams }

/** What the frame's dialog asks about, one after the other: whatever screen they came from, they may be handed to the queue of late entries. */
export const useRefusedCalls = create<{ readonly refused: readonly RefusedCall[] }>(() => ({ refused: [] }))

let lastId = 0

/** The same way to the host, noticing what a day that takes nothing any more refused; also what waited on this desk while the host was away. */
export function noticingLocks(send: Send): Send {
  return async (name, input, options) => {
    const reply = await send(name, input, options)
    const barred = barIn(reply)
    if (barred && isLateCall(name) && typeof input === 'object' && input !== null) {
      const one: RefusedCall = { id: (lastId += 1), call: name, input: { ...input }, ...barred }
      useRefusedCalls.setState(({ refused }) => ({ refused: [...refused, one] }))
    }
    return reply
  }
}

/** It was handed in, or is not wanted. */
export function settleRefused({ id }: RefusedCall): void {
  useRefusedCalls.setState(({ refused }) => ({ refused: refused.filter(one => one.id !== id) }))
}

function barIn(reply: Reply): Pick<RefusedCall, 'bar' | 'params'> | undefined {
  if (reply.ok) return undefined
  const bar = lateBars.find(code => code === reply.code)
  if (bar) return { bar, params: reply.params }
  const issues = Array.isArray(reply.params.issues) ? (reply.params.issues as readonly InputIssue[]) : []
  for (const { reason, params } of issues) {
    const ofRow = lateBars.find(code => reason === `errors.${code}`)
    if (ofRow) return { bar: ofRow, params }
  }
  return undefined
}

const handedIn = createListeners<[sent: SentCall]>()

/** Calls back when what a command was to do waits in the queue: its entries are no longer this screen's. */
export const onHandedIn = (listener: (sent: SentCall) => void): (() => void) => handedIn.add(listener)

export function tellHandedIn({ call, input }: SentCall): void {
  handedIn.tell({ call, input })
}

/** Whether a command was about this section's day. */
export function isOfDay({ sectionId, day }: { readonly sectionId: string; readonly day: string }): (input: SentCall['input']) => boolean {
  return input => input.sectionId === sectionId && input.day === day
}
