import { useCallback, useRef, useState } from 'react'
import { AppError } from '../../shared/core/errors.ts'
import type { Progress } from '../../shared/core/frames.ts'
import type { InputOf } from '../../shared/core/procedure.ts'
import type { imports, Inspection } from '../../shared/imports/contract.ts'
import type { TargetName } from '../../shared/imports/target.ts'
import { useApi, useTransport } from '../core/api.ts'
import { asAppError } from '../core/error-text.ts'

export type FileChoice = Pick<InputOf<typeof imports.inspectFile>, 'sheet' | 'delimiter' | 'headingRow'>
/** How a file writes numbers and dates. */
export type Marks = Pick<Inspection, 'decimalMark' | 'dayOrder'>

export interface FileInspection {
  readonly isRunning: boolean
  readonly isCancelling: boolean
  readonly progress: Progress | undefined
  readonly error: AppError | undefined
  /** What was looked at, in the order in which it was chosen. */
  readonly results: readonly Inspection[]
  /** Uploads files and looks at each; those before one that cannot be read stay. */
  take(files: readonly File[]): void
  /** Looks at a file again with another choice; one that has lapsed on the host is sent again. */
  look(at: number, choice: FileChoice): void
  /** What is read by other marks than it seemed. */
  mark(at: number, marks: Marks): void
  /** Sends all files again, to be read as before: for those that have lapsed on the host. */
  resend(): Promise<readonly Inspection[] | undefined>
  remove(at: number): void
  cancel(): void
  /** Forgets what went wrong. */
  reset(): void
}

interface Course { readonly isRunning: boolean; readonly isCancelling: boolean; readonly progress?: Progress; readonly error?: AppError }
const still: Course = { isRunning: false, isCancelling: false }
interface Looked { readonly file: File; readonly seen: Inspection }
type Work<R> = (signal: AbortSignal, onProgress: (progress: Progress) => void) => Promise<R>

/** Files on their way: upload and first look are one wait for the user. */
export function useInspection(target: TargetName): FileInspection {
  const { imports } = useApi()
  const { upload } = useTransport()
  const [course, setCourse] = useState(still)
  const [looked, setLooked] = useState<readonly Looked[]>([])
  const running = useRef<AbortController>(undefined)

  const send = useCallback(async (file: File, choice: FileChoice, signal: AbortSignal, onProgress: (progress: Progress) => void) => {
    const { ticket } = await upload(file, { signal, onProgress: (done, total) => onProgress({ stage: 'uploading', done: Math.round((done / Math.max(1, total)) * 100), total: 100 }) })
    return imports.inspectFile({ target, ticket, ...choice }, { signal, onProgress })
  }, [imports, target, upload])

  const run = useCallback(async <R>(work: Work<R>): Promise<R | undefined> => {
    running.current?.abort()
    const abort = (running.current = new AbortController())
    setCourse({ isRunning: true, isCancelling: false })
    try {
      const done = await work(abort.signal, progress => setCourse(before => ({ ...before, progress })))
      setCourse(still)
      return done
    } catch (thrown) {
      const error = asAppError(thrown)
      setCourse(error.code === 'cancelled' ? still : { ...still, error })
      return undefined
    }
  }, [])

  return {
    isRunning: course.isRunning, isCancelling: course.isCancelling, progress: course.progress, error: course.error, results: looked.map(({ seen }) => seen),
    take: files => void run(async (signal, onProgress) => {
      let known = looked
      try {
        for (const file of files) known = [...known, { file, seen: await naming(files.length > 1 ? file : undefined, () => send(file, {}, signal, onProgress)) }]
      } finally {
        setLooked(known)
      }
    }),
    look: (at, choice) => void run(async (signal, onProgress) => {
      const { file, seen: { fileId } } = looked[at]!
      const seen = await imports.inspectFile({ target, fileId, ...choice }, { signal, onProgress }).catch((error: unknown) => {
        if (asAppError(error).code !== 'ticket-invalid') throw error
        return send(file, choice, signal, onProgress)
      })
      setLooked(looked.with(at, { file, seen }))
    }),
    mark: (at, marks) => setLooked(looked.with(at, { file: looked[at]!.file, seen: { ...looked[at]!.seen, ...marks } })),
    resend: useCallback(() => run(async (signal, onProgress) => {
      const again: Looked[] = []
      for (const { file, seen: { sheet, delimiter, headingRow, decimalMark, dayOrder } } of looked) {
        again.push({ file, seen: { ...(await send(file, { sheet, delimiter, headingRow }, signal, onProgress)), decimalMark, dayOrder } })
      }
      setLooked(again)
      return again.map(({ seen }) => seen)
    }), [looked, run, send]),
    remove: at => setLooked(looked.toSpliced(at, 1)),
    cancel: () => {
      running.current?.abort()
      setCourse(before => ({ ...before, isCancelling: before.isRunning }))
    },
    reset: () => setCourse(still),
  }
}

/** Of several files, the one that cannot be read is named. */
async function naming<R>(file: File | undefined, work: () => Promise<R>): Promise<R> {
  try {
    return await work()
  } catch (thrown) {
    const { code, params } = asAppError(thrown)
    throw file ? new AppError(code, { ...params, file: file.name }) : thrown
  }
}
