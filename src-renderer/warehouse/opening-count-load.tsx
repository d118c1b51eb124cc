import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState, type ReactNode } from 'react'
import { itemKinds, type ItemKind } from '../../shared/masters/items.ts'
import { largestCount } from '../../shared/warehouse/opening-count.ts'
import type { EntryGridHandle } from '../components/entry-grid-handle.ts'
import { SelectInput } from '../components/select-field.tsx'
import { TextInput } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { errorText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { CountLine, Opening } from './opening-count-definition.ts'
import { itemsToCount } from './opening-count-items.ts'

interface LoadItemsDialogProps {
  readonly grid: EntryGridHandle<CountLine, Opening>
  /** Items that are in the grid already. */
  readonly known: readonly string[]
  onClose(): void
}

/** Puts all items, or those of one kind, into the grid as lines to count. */
export function LoadItemsDialog({ grid, known, onClose }: LoadItemsDialogProps): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const { warehouse } = useApi()
  const titleId = useId()
  const [kind, setKind] = useState<string | null>(null)
  const [search, setSearch] = useState('')
  const [isRunning, setRunning] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const [isFull, setFull] = useState(false)
  const room = Math.max(0, largestCount - known.length)

  async function load(): Promise<void> {
    setRunning(true)
    setFailure(undefined)
    try {
      const { items, hasMore } = await itemsToCount(warehouse.listItemStock, { itemKind: kind as ItemKind | null, search, known, room })
      grid.add(
        items.map(({ itemId }) => ({ itemId, quantity: null, unitCost: null })),
        items.map(({ itemId, itemCode, itemName, unitCode }) => ({ id: itemId, code: itemCode, name: itemName, detail: unitCode })),
      )
      if (!hasMore) return onClose()
      setFull(true)
    } catch (thrown) {
      setFailure(thrown)
    }
    setRunning(false)
  }
  return (
    <Dialog open fullWidth maxWidth="xs" onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('warehouse.count.load')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        {failure !== undefined && <Alert severity="error">{errorText(failure)}</Alert>}
        {isFull && <Alert severity="warning">{t('warehouse.count.loadFull', { most: integer(largestCount) })}</Alert>}
        <span>{t('warehouse.count.loadHint')}</span>
        <SelectInput
          label={t('warehouse.fields.itemKind')} value={kind} onChange={setKind} noneLabel={t('words.all')} autoFocus
          options={itemKinds.filter(one => one !== 'SERVICE').map(one => ({ value: one, label: t(`masters.itemKinds.${one}`) }))}
        />
        <TextInput label={t('warehouse.count.loadSearch')} value={search} onChange={setSearch} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t(isFull ? 'buttons.close' : 'buttons.cancel')}</Button>
        <Button variant="contained" disabled={isFull} loading={isRunning} onClick={() => void load()}>{t('warehouse.count.loadNow')}</Button>
      </DialogActions>
    </Dialog>
  )
}
