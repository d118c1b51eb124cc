import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppError } from '../../shared/core/errors.ts'
import { asAppError } from '../core/error-text.ts'

export interface Saver<Value> {
  /** Saves this in place of whatever waited to be saved. */
  save(value: Value): void
  readonly isSaving: boolean
  /** Why the last one could not be saved; it waits. */
  readonly error: AppError | undefined
  retry(): void
  /** What waits is no longer to be saved: the work it belongs to is over. */
  drop(): void
}

/**
 * One save at a time, always of the whole: however fast scans come, and whatever becomes of the connection, the host is told the newest
 * state and no step twice.
 */
export function useSaver<Value>(work: (value: Value) => Promise<unknown>): Saver<Value> {
  const waiting = useRef<{ readonly value: Value }>(undefined)
  const isBusy = useRef(false)
  const [isSaving, setSaving] = useState(false)
  const [error, setError] = useState<AppError>()
  const latest = useRef(work)
  useEffect(() => {
    latest.current = work
  })
  const run = useCallback(async () => {
    if (isBusy.current) return
    isBusy.current = true
    setSaving(true)
    for (let next = waiting.current; next !== undefined; next = waiting.current) {
      try {
        await latest.current(next.value)
        setError(undefined)
        if (waiting.current === next) waiting.current = undefined
      } catch (thrown) {
        setError(asAppError(thrown))
        break
      }
    }
    isBusy.current = false
    setSaving(false)
  }, [])
  const save = useCallback(
    (value: Value) => {
      waiting.current = { value }
      void run()
    },
    [run],
  )
  return { save, isSaving, error, retry: () => void run(), drop: () => void (waiting.current = undefined) }
}
