import { QueryClient } from '@tanstack/react-query'
import type { AppError } from '../../shared/core/errors.ts'

declare module '@tanstack/react-query' {
  interface Register { defaultError: AppError }
}

const keptFor = 10 * 60_000

/**
 * The transport waits for the host by itself, and news says when to ask again: nothing here asks on its own, neither after a
 * failure nor when the window is looked at again. `networkMode`: a factory's network needs no internet.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always', staleTime: Infinity, gcTime: keptFor, refetchOnWindowFocus: false, refetchOnReconnect: false,
        retry: (failures, { code }) => code === 'rate-limited' && failures < 3,
      },
      mutations: { networkMode: 'always' },
    },
  })
}
