import { useEffect, useEffectEvent } from 'react'
import { useSearchParams } from 'react-router'

/**
 * Begins what the address asks for (`beginAt`), once, as soon as the screen is ready for it: `useBegin({ new: () => setAdding(true) })`.
 * What this user may not begin is left out; then the address has asked for nothing.
 */
export function useBegin(begins: Readonly<Record<string, (() => void) | false | undefined>>, isReady = true): void {
  useAsked('begin', what => {
    const begin = begins[what]
    if (begin) begin()
  }, isReady)
}

/** Tells once what the address asks for under this name, and takes it out of the address, so that going back does not ask again. */
export function useAsked(name: 'begin' | 'find', tell: (what: string) => void, isReady = true): void {
  const [params, setParams] = useSearchParams()
  const asked = params.get(name)
  const answer = useEffectEvent((what: string) => {
    setParams(before => {
      const rest = new URLSearchParams(before)
      rest.delete(name)
      return rest
    }, { replace: true })
    tell(what)
  })
  useEffect(() => {
    if (asked !== null && isReady) answer(asked)
  }, [asked, isReady])
}
