import type { Decimal } from '../../shared/core/decimal.ts'
import type { PostedMove } from '../../shared/warehouse/moves.ts'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useMay } from '../core/session.ts'
import { showDone, showError, showUndo } from '../core/toasts.ts'
import { useQuantityTexts } from './quantities.ts'
import type { StockAct } from './stock-acts.ts'

export interface Announcement {
  readonly act: StockAct
  readonly move: PostedMove
  /** The place the sentence speaks of. */
  readonly placeId: string
  /** Where the sentence gives another quantity than the move's: what was counted. */
  readonly quantity?: Decimal
}

/** Says what was posted; for 10 seconds "Batalkan" posts its reversal, for those who may. */
export function useAnnounceMove(): (announcement: Announcement) => void {
  const api = useApi()
  const t = useText()
  const may = useMay()
  const { full } = useQuantityTexts()

  async function announce({ act, move, placeId, quantity = move.quantity }: Announcement): Promise<void> {
    const [item, stores] = await Promise.all([api.warehouse.getItemStock({ itemId: move.itemId }), api.warehouse.listStores({})])
    const place = stores.find(({ id }) => id === placeId)?.name ?? ''
    const reversal = { seq: move.seq, reason: t('warehouse.entry.undoReason') }
    const reverse = act === 'consume' ? api.warehouse.returnMaterial : may('warehouse.execute') ? api.warehouse.reverseMove : undefined
    const undo = reverse && (() => reverse(reversal).then(() => showDone(t('warehouse.moves.done', { seq: move.seq }))))
    showUndo(t(`warehouse.done.${act}`, { quantity: full(quantity, item), item: item.itemName, place }), undo)
  }
  return announcement => void announce(announcement).catch(showError)
}
