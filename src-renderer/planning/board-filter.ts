import { useSearchParams } from 'react-router'
import { z } from 'zod'
import { maximumPageSize } from '../../shared/core/list.ts'
import { alertLevels, type AlertLevel } from '../../shared/planning/board-rules.ts'
import { BoardFilter, Health } from '../../shared/planning/board.ts'

const usualSize = 25
export const filterNames = ['sectionId', 'productionStageId', 'week', 'destination', 'isUrgent'] as const
type FilterName = (typeof filterNames)[number] | 'health' | 'level'

/** What the board shows; it stands in the address, so that it can be kept as a bookmark and "back" undoes a step. */
export interface ShownBoard {
  readonly filter: BoardFilter
  readonly health: Health | undefined
  readonly level: AlertLevel | undefined
  readonly page: number
  readonly isNarrowed: boolean
  choose(name: FilterName, value: string | undefined): void
  readonly pageSize: number
  turn(page: number): void
  resize(pageSize: number): void
  clear(): void
}

export function useShownBoard(): ShownBoard {
  const [params, setParams] = useSearchParams()
  const given = Object.fromEntries(
    filterNames.flatMap(name => (params.has(name) ? [[name, name === 'isUrgent' ? true : params.get(name)]] : [])),
  )
  const filter = BoardFilter.safeParse(given)
  const health = Health.safeParse(params.get('health'))
  const level = z.enum(alertLevels).safeParse(params.get('level'))
  const change = (name: string, value: string | undefined) =>
    setParams(before => {
      const next = new URLSearchParams(before)
      if (name !== 'page') next.delete('page')
      if (value === undefined) next.delete(name)
      else next.set(name, value)
      return next
    })
  return {
    filter: filter.success ? filter.data : {},
    health: health.data,
    level: level.data,
    page: Math.max(1, Number(params.get('page')) || 1),
    isNarrowed: [...filterNames, 'health', 'level'].some(name => params.has(name)),
    choose: change,
    pageSize: Math.min(maximumPageSize, Math.max(1, Number(params.get('size')) || usualSize)),
    resize: size => change('size', size === usualSize ? undefined : String(size)),
    turn: page => change('page', page === 1 ? undefined : String(page)),
    clear: () => setParams({}),
  }
}
