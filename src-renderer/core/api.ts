import { createContext, use, useSyncExternalStore } from 'react'
import type { Api } from './client.ts'
import type { ConnectionState, Transport } from './transport.ts'

export interface Connection { readonly api: Api; readonly transport: Transport }
export const ConnectionContext = createContext<Connection | null>(null)

/** `const api = useApi(); useLive(api.masters.listItems, { … })` */
export function useApi(): Api {
  return useConnection().api
}

/** Uploads, downloads; calls go through `useApi`. */
export function useTransport(): Transport {
  return useConnection().transport
}

/** Online, or offline since when, and what waits. */
export function useConnectionState(): ConnectionState {
  const { onState, state } = useTransport()
  return useSyncExternalStore(onState, state)
}

function useConnection(): Connection {
  const connection = use(ConnectionContext)
  if (!connection) throw new Error('AppProviders is missing')
  return connection
}
