import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import type { Query } from '../../shared/core/procedure.ts'
import type { Call } from './client.ts'

/** Asks again every so often what announces no change of its own, as long as somebody looks at the page. */
export function useQuietRefresh(refetch: () => Promise<unknown>, everyMilliseconds: number): void {
  const refresh = useEffectEvent(() => {
    if (document.visibilityState === 'visible') void refetch()
  })
  useEffect(() => {
    const timer = setInterval(refresh, everyMilliseconds)
    return () => clearInterval(timer)
  }, [everyMilliseconds])
}

/** The same for a list, which asks by itself: whatever input it asks with, and at once when the screen is opened. */
export function useQuietAsking<P extends Query>(call: Call<P>, everyMilliseconds: number): void {
  const client = useQueryClient()
  const ask = () => client.invalidateQueries({ queryKey: call.path })
  const askAtOnce = useEffectEvent(ask)
  useEffect(() => void askAtOnce(), [])
  useQuietRefresh(ask, everyMilliseconds)
}
