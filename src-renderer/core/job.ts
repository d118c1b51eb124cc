import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppError } from '../../shared/core/errors.ts'
import type { Progress } from '../../shared/core/frames.ts'
import type { InputOf, Job, OutputOf } from '../../shared/core/procedure.ts'
import type { Call } from './client.ts'
import { asAppError } from './error-text.ts'

export interface JobState<P extends Job> {
  /** Starts it; the answer, or nothing if it failed or was cancelled (then `error` says why). One at a time. */
  run(input: InputOf<P>): Promise<OutputOf<P> | undefined>
  cancel(): void
  /** Puts result and error away. */
  reset(): void
  readonly isRunning: boolean
  readonly isCancelling: boolean
  readonly progress: Progress | undefined
  readonly result: OutputOf<P> | undefined
  readonly error: AppError | undefined
}

interface Course<P extends Job> {
  readonly isRunning: boolean
  readonly isCancelling: boolean
  readonly progress?: Progress
  readonly result?: OutputOf<P>
  readonly error?: AppError
}

const still = { isRunning: false, isCancelling: false }

/** `const report = useJob(api.reports.printBalances)`, shown by `ProgressDialog`. Leaving the screen cancels it. */
export function useJob<P extends Job>(call: Call<P>): JobState<P> {
  const [course, setCourse] = useState<Course<P>>(still)
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const run = useCallback(async (input: InputOf<P>) => {
    if (running.current) return undefined
    const abort = (running.current = new AbortController())
    setCourse({ isRunning: true, isCancelling: false })
    try {
      const result = await call(input, { signal: abort.signal, onProgress: progress => setCourse(before => ({ ...before, progress })) })
      setCourse({ ...still, result })
      return result
    } catch (thrown) {
      const error = asAppError(thrown)
      setCourse(error.code === 'cancelled' ? still : { ...still, error })
      return undefined
    } finally {
      running.current = undefined
    }
  }, [call])
  const cancel = useCallback(() => {
    running.current?.abort()
    setCourse(before => ({ ...before, isCancelling: before.isRunning }))
  }, [])
  const reset = useCallback(() => setCourse(still), [])
  return { run, cancel, reset, ...course, progress: course.progress, result: course.result, error: course.error }
}
