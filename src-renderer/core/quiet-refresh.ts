import { useEffect, useEffectEvent } from 'react'

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
