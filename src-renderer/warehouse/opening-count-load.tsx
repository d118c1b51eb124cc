import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState, type ReactNode } from 'react'
import { itemKinds, type ItemKind } from '../../shared/masters/items.ts'
import { largestCount } from '../../shared/warehouse/opening-count.ts'
import type { ItemStockRow } from '../../shared/warehouse/stock.ts'
import type { EntryGridHandle } from '../components/entry-grid-handle.ts'
import { SelectInput } from '../components/select-field.tsx'
import { TextInput } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import type { Api } from '../core/client.ts'
import { errorText } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import type { CountLine, Opening } from './opening-count-definition.ts'

interface LoadItemsDialogProps {
  readonly grid: EntryGridHandle<CountLine, Opening>
  /** Items that are in the grid already. */
  readonly known: readonly string[]
  onClose(): void
}

/** Puts all items, or those of one kind, into the grid as lines to count. */
export function LoadItemsDialog({ grid, known, onClose }: LoadItemsDialogProps): ReactNode {
  const t = useText()
  const api = useApi()
  const titleId = useId()
  const [kind, setKind] = useState<string | null>(null)
  const [search, setSearch] = useState('')
  const [isRunning, setRunning] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const room = largestCount - known.length

  async function load(): Promise<void> {
    setRunning(true)
    setFailure(undefined)
    try {
      const items = await listItems(api, { itemKind: kind as ItemKind | null, search, most: largestCount })
      const added = items.filter(({ itemId }) => !known.includes(itemId)).slice(0, room)
      grid.add(
        added.map(({ itemId }) => ({ itemId, quantity: null, unitCost: null })),
        added.map(({ itemId, itemCode, itemName, unitCode }) => ({ id: itemId, code: itemCode, name: itemName, detail: unitCode })),
      )
      onClose()
    } catch (thrown) {
      setFailure(thrown)
      setRunning(false)
    }
  }
  return (
    <Dialog open fullWidth maxWidth="xs" onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('warehouse.count.load')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        {failure !== undefined && <Alert severity="error">{errorText(failure)}</Alert>}
        <span>{t('warehouse.count.loadHint')}</span>
        <SelectInput
          label={t('warehouse.fields.itemKind')} value={kind} onChange={setKind} noneLabel={t('words.all')} autoFocus
          options={itemKinds.filter(one => one !== 'SERVICE').map(one => ({ value: one, label: t(`masters.itemKinds.${one}`) }))}
        />
        <TextInput label={t('warehouse.count.loadSearch')} value={search} onChange={setSearch} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('buttons.cancel')}</Button>
        <Button variant="contained" loading={isRunning} onClick={() => void load()}>{t('warehouse.count.loadNow')}</Button>
      </DialogActions>
    </Dialog>
  )
}

/** By code, page after page, as many as fit. */
async function listItems({ warehouse }: Api, { itemKind, search, most }: { readonly itemKind: ItemKind | null; readonly search: string; readonly most: number }): Promise<readonly ItemStockRow[]> {
  const asked = { search, filter: itemKind === null ? {} : { itemKind }, pageSize: 200 }
  const rows: ItemStockRow[] = []
  for (let cursor: string | undefined; rows.length < most;) {
    const page = await warehouse.listItemStock({ ...asked, cursor })
    rows.push(...page.rows)
    cursor = page.next
    if (cursor === undefined) break
  }
  return rows
}
