import { readOwnCode } from '../../shared/scan/own-code.ts'
import type { StockCountLine } from '../../shared/warehouse/counts.ts'
import { commitEdit } from '../components/entry-grid-changes.ts'
import { cellOf, columnsOf, dataOf, type GridState } from '../components/entry-grid-model.ts'
import { goTo } from '../components/entry-grid-moves.ts'
import type { GridStore } from '../components/entry-grid-store.ts'
import { useText } from '../core/i18n.ts'
import { useScan } from '../core/scans.ts'

/** The scanned label of an item, whose lots the rows are: goes to its first lot that is not counted, else to its first. Drawn after the grid, which knows lots alone. */
export function CountItemScan({ store }: { readonly store: GridStore }): null {
  const t = useText()
  useScan(code => {
    const own = readOwnCode(code)
    const wanted = own === undefined ? code : own.kind === 'item' ? own.code : undefined
    const state = commitEdit(store.get())
    const rows = wanted === undefined ? [] : rowsOfItem(state, wanted)
    const found = rows.find(({ isCounted }) => !isCounted) ?? rows[0]
    if (!found) return undefined
    store.act(() => goTo(state, { row: found.at, column: columnsOf(state).findIndex(({ name }) => name === 'quantity') }))
    return { isKnown: true, text: t('warehouse.counts.lotOf', { item: found.line.itemName, lot: found.line.lotCode ?? found.line.itemCode }) }
  })
  return null
}

function rowsOfItem(state: GridState, code: string) {
  return state.rows.flatMap((row, at) => {
    const line = dataOf(state, row) as StockCountLine | undefined
    return line?.itemCode.toLowerCase() === code.toLowerCase() ? [{ at, line, isCounted: cellOf(state, row, 'quantity') !== null }] : []
  })
}
