import { useState, type ReactNode } from 'react'
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import { decimalText, type Decimal } from '../../shared/core/decimal.ts'
import { mostCartons } from '../../shared/finished-goods/cartons.ts'
import type { WorkOrder } from '../../shared/planning/work-orders.ts'
import { IntegerInput } from '../components/number-field.tsx'
import { useApi } from '../core/api.ts'
import { errorText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'

interface Props { readonly workOrder: WorkOrder; readonly loose: Decimal; readonly piecesPerCarton: number; onClose(): void }

/** FG-1: as many full cartons as there are pieces for, and a last one with the rest where nothing comes after it. */
export function PackDialog({ workOrder: { id, number, goodQuantity, targetQuantity }, loose, piecesPerCarton, onClose }: Props): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const pieces = Number(decimalText(loose))
  const most = Math.min(mostCartons - 1, Math.floor(pieces / piecesPerCarton))
  const rest = pieces % piecesPerCarton
  const isTargetReached = Number(decimalText(goodQuantity)) >= Number(decimalText(targetQuantity))
  const [full, setFull] = useState<number | string | null>(most)
  const [hasLast, setLast] = useState(isTargetReached && rest > 0)
  const pack = useCommand(useApi().finishedGoods.packCartons, { done: () => t('finishedGoods.packing.packed', { count: contents.length }), onSuccess: onClose, showsErrors: true })
  const isCount = typeof full === 'number' && Number.isInteger(full) && full >= 0 && full <= most
  const offersLast = rest > 0 && full === most
  const contents = isCount ? [...Array.from({ length: full }, () => piecesPerCarton), ...(offersLast && hasLast ? [rest] : [])] : []
  const send = () => contents.length > 0 && pack.mutate({ workOrderId: id, contents })
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-label={t('finishedGoods.packing.packTitle', { number })}>
      <DialogTitle component="div"><Typography component="h2" variant="h2">{t('finishedGoods.packing.packTitle', { number })}</Typography></DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2, pt: '8px !important' }} onKeyDown={event => event.key === 'Enter' && send()}>
        <IntegerInput
          label={t('finishedGoods.packing.full', { pieces: integer(piecesPerCarton) })} value={full} onChange={setFull} isRequired autoFocus hint={t('finishedGoods.packing.loose', { pieces: `${integer(pieces)}\u00a0${t('units.pieces')}` })}
          {...(!isCount && { error: t('settings.issues.between', { minimum: '0', maximum: integer(most) }) })}
        />
        {offersLast && (
          <div>
            <FormControlLabel control={<Checkbox checked={hasLast} onChange={event => setLast(event.target.checked)} />} label={t('finishedGoods.packing.last', { pieces: integer(rest) })} />
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('finishedGoods.packing.lastHint')}</Typography>
          </div>
        )}
        {pack.error && <Alert severity="error">{errorText(pack.error)}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('buttons.cancel')}</Button>
        <Button variant="contained" disabled={contents.length === 0} loading={pack.isPending} onClick={send}>{t('finishedGoods.packing.pack')}</Button>
      </DialogActions>
    </Dialog>
  )
}
