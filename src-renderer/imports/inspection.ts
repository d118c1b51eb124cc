import { useCallback, useRef, useState } from 'react'
import { AppError } from '../../shared/core/errors.ts'
import type { Progress } from '../../shared/core/frames.ts'
import type { InputOf } from '../../shared/core/procedure.ts'
import type { imports, Inspection } from '../../shared/imports/contract.ts'
import type { TargetName } from '../../shared/imports/target.ts'
import { useApi, useTransport } from '../core/api.ts'
import { asAppError } from '../core/error-text.ts'

export type FileChoice = Pick<InputOf<typeof imports.inspectFile>, 'sheet' | 'delimiter' | 'headingRow'>

export interface FileInspection {
  readonly isRunning: boolean
  readonly isCancelling: boolean
  readonly progress: Progress | undefined
  readonly error: AppError | undefined
  readonly result: Inspection | undefined
  /** Uploads a file and looks at it; what it is, if it could be read. */
  take(file: File): Promise<Inspection | undefined>
  /** Looks at the same file again with another choice; one that has lapsed on the host is sent again. */
  look(choice: FileChoice): Promise<Inspection | undefined>
  cancel(): void
  reset(): void
}

interface Course { readonly isRunning: boolean; readonly isCancelling: boolean; readonly progress?: Progress; readonly error?: AppError }
const still: Course = { isRunning: false, isCancelling: false }

/** A file on its way: upload and first look are one wait for the user. */
export function useInspection(target: TargetName): FileInspection {
  const { imports } = useApi()
  const { upload } = useTransport()
  const [course, setCourse] = useState(still)
  const [result, setResult] = useState<Inspection>()
  const file = useRef<File>(undefined)
  const running = useRef<AbortController>(undefined)

  const send = useCallback(async (choice: FileChoice, signal: AbortSignal, onProgress: (progress: Progress) => void) => {
    if (!file.current) throw new AppError('ticket-invalid')
    const { ticket } = await upload(file.current, { signal, onProgress: (done, total) => onProgress({ stage: 'uploading', done: Math.round((done / Math.max(1, total)) * 100), total: 100 }) })
    return imports.inspectFile({ target, ticket, ...choice }, { signal, onProgress })
  }, [imports, target, upload])

  const run = useCallback(async (work: (signal: AbortSignal, onProgress: (progress: Progress) => void) => Promise<Inspection>) => {
    running.current?.abort()
    const abort = (running.current = new AbortController())
    setCourse({ isRunning: true, isCancelling: false })
    try {
      const seen = await work(abort.signal, progress => setCourse(before => ({ ...before, progress })))
      setResult(seen)
      setCourse(still)
      return seen
    } catch (thrown) {
      const error = asAppError(thrown)
      setCourse(error.code === 'cancelled' ? still : { ...still, error })
      return undefined
    }
  }, [])

  return {
    isRunning: course.isRunning, isCancelling: course.isCancelling, progress: course.progress, error: course.error, result,
    take: useCallback(chosen => {
      file.current = chosen
      setResult(undefined)
      return run((signal, onProgress) => send({}, signal, onProgress))
    }, [run, send]),
    look: useCallback(choice => run(async (signal, onProgress) => {
      const known = result?.fileId
      if (known === undefined) return send(choice, signal, onProgress)
      return imports.inspectFile({ target, fileId: known, ...choice }, { signal, onProgress }).catch((error: unknown) => {
        if (asAppError(error).code !== 'ticket-invalid') throw error
        return send(choice, signal, onProgress)
      })
    }), [imports, result, run, send, target]),
    cancel: useCallback(() => {
      running.current?.abort()
      setCourse(before => ({ ...before, isCancelling: before.isRunning }))
    }, []),
    reset: useCallback(() => {
      file.current = undefined
      setResult(undefined)
      setCourse(still)
    }, []),
  }
}
