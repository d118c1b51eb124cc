import type { Send } from './client.ts'
import { createListeners } from './listeners.ts'

const sent = createListeners<[name: string]>()

/** Calls back with the name of everything that is sent to be done, not of what only asks. */
export const onSent = (listener: (name: string) => void): (() => void) => sent.add(listener)

/** The same way to the host, telling what goes over it. */
export function telling(send: Send): Send {
  return (name, input, options) => {
    if (options.procedure.kind !== 'query' && options.procedure.visibility !== 'public') sent.tell(name)
    return send(name, input, options)
  }
}
