import { formatNumber, seriesPeriod, type Series, type SeriesName } from '../../shared/settings/series.ts'
import type { Connection } from '../database/reader.ts'

export interface Numbers {
  /** The next number of a series on a business day (`YYYY-MM-DD`): "KAN-20261120-0001". */
  next(name: SeriesName, day: string): string
}

/**
 * Numbers without gaps: the counter stands in the transaction of the document that takes the number, so whatever rolls that
 * back gives the number back too. `ruleOf` gives the series as it is in force. Outside a transaction a number would be spent for nothing: that throws.
 */
export function createNumbers({ sqlite }: Connection, ruleOf: (name: SeriesName) => Series): Numbers {
  const take = sqlite
    .prepare('insert into numberCounter (series, period, last) values (?, ?, 1) on conflict (series, period) do update set last = last + 1 returning last')
    .pluck()
  return {
    next(name, day) {
      if (!sqlite.inTransaction) throw new Error(`A number of ${name} was asked for outside a transaction`)
      const rule = ruleOf(name)
      const count = take.get(name, seriesPeriod(rule, day)) as number
      return formatNumber(rule, day, count)
    },
  }
}
