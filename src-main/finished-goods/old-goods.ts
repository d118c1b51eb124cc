import { decimalText, sumDecimals } from '../../shared/core/decimal.ts'
import type { Audience } from '../../shared/notifications/notice.ts'
import type { CommandContext } from '../core/handlers.ts'
import { stockRows } from './stock-report.ts'

/** Who sends goods out and who planned when; a role that a factory does not have is nobody. */
const watchers: readonly Audience[] = ['Warehouse Admin', 'PPIC Manager', 'PPIC Admin'].map(role => ({ role }))

/** FG-5: tells of each article of which something lies in the stores for too long, once a day as long as it does (NT-2). Answers how many those are. */
export function tellOldGoods({ db, settings, today, notify }: CommandContext): number {
  const old = stockRows({ db, sections: 'all', settings, today: today() }, '').filter(({ isOld }) => isOld)
  const byArticle = Map.groupBy(old, ({ itemId }) => itemId)
  for (const [itemId, lots] of byArticle) {
    const { article, unit } = lots[0]!
    notify({
      kind: 'GOODS_OLD', audience: watchers, entity: 'item', entityId: itemId,
      params: {
        article, unit, quantity: decimalText(sumDecimals(lots.map(({ onHand }) => onHand))), count: lots.length, days: Math.max(...lots.map(({ ageDays }) => ageDays)),
      },
    })
  }
  return byArticle.size
}
