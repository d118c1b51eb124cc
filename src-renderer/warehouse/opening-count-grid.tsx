import Download from '@mui/icons-material/PlaylistAddCheckOutlined'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { decimal, decimalText } from '../../shared/core/decimal.ts'
import type { Store } from '../../shared/warehouse/stock.ts'
import type { GridEntry, GridRecord } from '../components/entry-grid-definition.ts'
import { useColumnValues, useEntryGrid } from '../components/entry-grid-handle.ts'
import { EntryGrid } from '../components/entry-grid.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'
import { useCountDefinition, type CountLine, type Opening } from './opening-count-definition.ts'
import { LoadItemsDialog } from './opening-count-load.tsx'
import { useOpenings } from './opening-count-openings.ts'

/** What stands at one place, counted. What the books say stands beside it, live; a line is checked against what it was counted against. */
export function OpeningCountGrid({ store }: { readonly store: Store }): ReactNode {
  const t = useText()
  const { warehouse } = useApi()
  const grid = useEntryGrid(useCountDefinition(store.id))
  const itemIds = useColumnValues(grid, 'itemId')
  const openings = useOpenings(store.id, itemIds)
  const [isLoading, setLoading] = useState(false)

  async function save(entries: readonly GridEntry<CountLine, Opening>[]): Promise<readonly GridRecord<CountLine, Opening>[]> {
    const { posted } = await warehouse.countOpening({ locationId: store.id, lines: entries.map(lineOf) })
    showDone(posted === 0 ? t('warehouse.count.agrees') : t('warehouse.count.done', { count: entries.length, place: store.name }))
    return entries.map(recordOf)
  }
  return (
    <>
      <EntryGrid
        grid={grid} data={openings} save={save} autoFocus
        tools={<Button size="small" startIcon={<Download />} onClick={() => setLoading(true)}>{t('warehouse.count.load')}</Button>}
      />
      {isLoading && <LoadItemsDialog grid={grid} known={itemIds.map(String)} onClose={() => setLoading(false)} />}
    </>
  )
}

/** `posted` is what the books began with when it was counted: where they say otherwise by now, the grid's check has told. Where they were not seen yet, the host looks whether it was nothing. */
function lineOf({ line, data }: GridEntry<CountLine, Opening>) {
  const { itemId, quantity, unitCost } = line
  const counted = { itemId: itemId ?? '', quantity: quantity ?? '', posted: data ? decimalText(data.posted) : '0' }
  return unitCost === null || unitCost === undefined ? counted : { ...counted, unitCost, itemVersion: data?.itemVersion }
}

/** Counted: from now on it is what the books began with. The cost has gone to the item. */
function recordOf({ line, data }: GridEntry<CountLine, Opening>): GridRecord<CountLine, Opening> {
  const { itemId, quantity } = line
  return { id: itemId ?? '', line: { itemId, quantity, unitCost: null }, data: { ...(data as Opening), posted: decimal(quantity ?? '0') } }
}
