import { keepPreviousData, queryOptions, useMutation, useQuery, type QueryClient, type UseMutationResult } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { z } from 'zod'
import type { AppError } from '../../shared/core/errors.ts'
import type { Command, InputOf, OutputOf, Query, RowScope } from '../../shared/core/procedure.ts'
import type { Answer, Call } from './client.ts'
import { showError, showUndo } from './toasts.ts'

type Kept<Value> = Exclude<Answer<Value>, { unchanged: true }>

/** For `client.fetchQuery` and `useQueries`; screens use `useLive`. */
export function live<P extends Query>(call: Call<P>, input: InputOf<P>) {
  const queryKey = [...call.path, input] as const
  return queryOptions<Kept<OutputOf<P>>, AppError, OutputOf<P>>({
    queryKey,
    queryFn: async ({ signal, client }) => {
      const kept = client.getQueryData<Kept<OutputOf<P>>>(queryKey)
      const answer = await call.ask(input, { signal, known: kept?.tag })
      // Between asking and hearing the kept answer may have been dropped.
      if (!answer.unchanged) return answer
      return kept ?? { value: await call(input, { signal }), tag: undefined }
    },
    select: valueOf,
    meta: { reads: call.procedure.reads, scope: scopeOf(call.procedure, input) },
    staleTime: Infinity,
  })
}

export interface LiveOptions {
  /** `false` asks nothing: no item is chosen yet. */
  readonly enabled?: boolean
  /** With another input, show nothing until its own answer is there: another document must not look like the one before. */
  readonly clears?: boolean
  /** Show nothing that was known before: a dialog that starts from the answer must not start from yesterday's. */
  readonly isFresh?: boolean
}

/**
 * What the host says, kept true: asked again when rows it reads change. `const cards = useLive(api.kanban.listCards, { … })`.
 * While it is asked anew, and when the input changes (the next page), the last answer stays on the screen.
 */
export function useLive<P extends Query>(call: Call<P>, input: InputOf<P>, { enabled = true, clears = false, isFresh = false }: LiveOptions = {}) {
  const answer = useQuery({ ...live(call, input), enabled, ...(!clears && !isFresh && { placeholderData: keepPreviousData }), ...(isFresh && { refetchOnMount: 'always' }) })
  return isFresh && !answer.isFetchedAfterMount ? { ...answer, data: undefined } : answer
}

export interface CommandOptions<P extends Command> {
  /** Said when it is done; with `undo` for 10 seconds with "Batalkan". */
  done?(output: OutputOf<P>, input: InputOf<P>): string
  /** Takes it back; give it for whatever can be taken back, instead of asking "are you sure?". */
  undo?(output: OutputOf<P>, input: InputOf<P>): Promise<unknown>
  onSuccess?(output: OutputOf<P>, input: InputOf<P>): void
  /** Errors are shown by the caller, beside the fields. */
  readonly showsErrors?: boolean
}

/**
 * `const move = useCommand(api.kanban.moveCard, { … }); move.mutate({ … })`. What fails is said in a toast, in the user's language.
 * The very same asked again before it is answered is a second click, and nothing more.
 */
export function useCommand<P extends Command>(call: Call<P>, options: CommandOptions<P> = {}): UseMutationResult<OutputOf<P>, AppError, InputOf<P>> {
  const [asked] = useState(() => new Set<string>())
  const mutation = useMutation<OutputOf<P>, AppError, InputOf<P>>({
    mutationFn: input => call(input),
    onSettled: (_output, _error, input) => void asked.delete(JSON.stringify(input)),
    onSuccess(output, input) {
      options.onSuccess?.(output, input)
      const message = options.done?.(output, input)
      if (message !== undefined) showUndo(message, options.undo && (() => options.undo!(output, input)))
    },
    onError(error) {
      if (!options.showsErrors) showError(error)
    },
  })
  const { mutate: ask } = mutation
  const mutate = useCallback<typeof ask>((...given) => {
    const said = JSON.stringify(given[0])
    if (asked.has(said)) return
    asked.add(said)
    ask(...given)
  }, [ask, asked])
  return { ...mutation, mutate }
}

/** Forgets every answer: another user signed in. */
export function forgetAnswers(client: QueryClient): void {
  client.clear()
}

function valueOf<Value>({ value }: Kept<Value>): Value {
  return value
}

function scopeOf<P extends Query>(procedure: P, input: InputOf<P>): RowScope {
  const parsed = z.safeDecode(procedure.input, input)
  return parsed.success ? (procedure.scope?.(parsed.data) ?? {}) : {}
}
