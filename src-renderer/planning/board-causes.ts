import type { BoardLine, Obstacle } from '../../shared/planning/board.ts'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'

export type Obstacles = ReadonlyMap<string, readonly Obstacle[]>

/** What keeps those that are told of from going on. */
export function useObstacles(rows: readonly Pick<BoardLine, 'id' | 'level'>[]): Obstacles {
  const ids = rows.filter(({ level }) => level !== null).map(({ id }) => id)
  const { data = [] } = useLive(useApi().planning.readBoardObstacles, { ids }, { enabled: ids.length > 0 })
  return new Map(data.map(({ id, obstacles }) => [id, obstacles]))
}

/** Why a work order stands as it does, in words. */
export function useCauses({ id, causes }: Pick<BoardLine, 'id' | 'causes'>, obstacles: Obstacles): readonly string[] {
  const t = useText()
  return [...causes, ...(obstacles.get(id) ?? [])].map(cause => t(`planning.board.causes.${cause}`))
}
