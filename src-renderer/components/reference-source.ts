import { useMemo } from 'react'
import { useDebounced } from '../core/debounced.ts'
import { listInputOf, type FixedInput, type ListCall, type ListQuery, type RowOf } from '../core/list-call.ts'
import { useLive } from '../core/live.ts'

export interface ReferenceOption {
  readonly id: string
  readonly code: string
  readonly name: string
  /** Shown at the end of the line: a unit, a section. */
  readonly detail?: string | undefined
}

/** Where a `ReferenceField` searches. */
export interface ReferenceSource<P extends ListQuery> {
  readonly call: ListCall<P>
  readonly option: (row: RowOf<P>) => ReferenceOption
  /** What is always asked: `{ filter: { isActive: true } }`. */
  readonly input?: FixedInput<P> | undefined
  /** The name of an id that nobody has chosen here: in a saved view, in somebody else's change. */
  find?(id: string): Promise<ReferenceOption>
}

export interface Found { readonly options: readonly ReferenceOption[]; readonly isSearching: boolean }

const shownAtOnce = 30
const typingPause = 140

/**
 * What matches the typed text. While the host is being asked, only those of the last answer that match what is typed now are
 * shown, so that Enter never takes one the user has not asked for.
 */
export function useFound<P extends ListQuery>({ call, option, input }: ReferenceSource<P>, typed: string, enabled: boolean): Found {
  const search = useDebounced(typed.trim(), typingPause)
  const { data, isFetching, isPlaceholderData } = useLive(call, listInputOf<P>(input, { search, pageSize: shownAtOnce }), { enabled })
  const isSearching = enabled && (search !== typed.trim() || (isFetching && isPlaceholderData) || data === undefined)
  const options = useMemo(() => {
    const all = (data?.rows ?? []).map(row => option(row))
    return isSearching ? all.filter(one => matches(one, typed)) : all
  }, [data, option, isSearching, typed])
  return { options, isSearching }
}

/** Asks for what was typed: the one of this very code, or the only match. */
export async function findByCode<P extends ListQuery>({ call, option, input }: ReferenceSource<P>, typed: string): Promise<ReferenceOption | undefined> {
  const { rows } = await call(listInputOf<P>(input, { search: typed.trim(), pageSize: shownAtOnce }))
  const options = rows.map(row => option(row))
  return withCode(options, typed) ?? (options.length === 1 ? options[0] : undefined)
}

/** As it stands in the field, and as it is compared with what a scanner types. */
export function optionText({ code, name }: ReferenceOption): string {
  return `${code} — ${name}`
}

export function withCode(options: readonly ReferenceOption[], typed: string): ReferenceOption | undefined {
  return options.find(({ code }) => code.toLowerCase() === typed.trim().toLowerCase())
}

function matches(option: ReferenceOption, typed: string): boolean {
  return optionText(option).toLowerCase().includes(typed.trim().toLowerCase())
}
