import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { StockMove } from '../../shared/warehouse/moves.ts'
import { reversalRight } from '../../shared/warehouse/rules.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { recordPath, stockCardPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { MoveLots } from './move-lots.tsx'
import { noteOf } from './move-columns.tsx'
import { useQuantityTexts } from './quantities.ts'
import { MoveKindChip } from './stock-chips.tsx'

export interface MoveDialogProps {
  readonly move: StockMove
  /** On the item's own card there is no way to offer there. */
  readonly isOnCard?: boolean
  onClose(): void
}

/** One move of the ledger, and what can be done about it: nothing but reversing it. */
export function MoveDialog({ move, isOnCard = false, onClose }: MoveDialogProps): ReactNode {
  const t = useText()
  const titleId = useId()
  const { full } = useQuantityTexts()
  const { instant } = useFormats()
  const reversal = useReversal(move)
  const [isReversing, setReversing] = useState(false)
  const document = recordPath(move.documentEntity, move.documentId)
  const note = noteOf(move, t)
  const facts = [
    [t('warehouse.fields.time'), instant(move.at)],
    [t('warehouse.fields.by'), move.createdByName],
    ...(move.documentNumber === null ? [] : [[t('warehouse.fields.document'), move.documentNumber]]),
    ...(note === '' ? [] : [[t('warehouse.fields.note'), note]]),
  ] as const
  if (isReversing && reversal) return <ReverseMove move={move} reverse={reversal} onDone={onClose} onCancel={() => setReversing(false)} />
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId} component="div">
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 1, flexWrap: 'wrap' }}>
          <MoveKindChip move={move} />
          {move.reversedBy !== null && <StatusChip tone="neutral" label={t('warehouse.moves.reversed')} />}
          <Typography variant="caption" sx={{ color: 'text.secondary', ml: 'auto' }}>
            {t('warehouse.moves.one', { seq: move.seq })}
          </Typography>
        </Box>
        <Typography component="h2" variant="h2">
          {full(move.quantity, move)} · {move.itemName}
        </Typography>
      </DialogTitle>
      <DialogContent>
        <Box
          sx={{
            px: 1.5,
            py: 1.25,
            mb: 1.5,
            bgcolor: 'tint.header',
            border: 1,
            borderColor: 'divider',
            borderRadius: 1,
            fontWeight: 600,
            fontSize: '0.9375rem',
          }}
        >
          {move.fromLocationName} → {move.toLocationName}
        </Box>
        <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2, rowGap: 0.75, fontSize: '0.875rem' }}>
          {facts.map(([label, value]) => (
            <Box key={label} sx={{ display: 'contents' }}>
              <Box component="dt" sx={{ color: 'text.secondary' }}>
                {label}
              </Box>
              <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
                {value}
              </Box>
            </Box>
          ))}
        </Box>
        <MoveLots move={move} />
        {move.documentNumber !== null && (
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1.5 }}>
            {t('warehouse.moves.atDocument', { number: move.documentNumber })}
          </Typography>
        )}
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        {reversal && (
          <Button color="error" onClick={() => setReversing(true)} sx={{ mr: 'auto' }}>
            {t('warehouse.moves.reverse')}
          </Button>
        )}
        {document !== undefined && (
          <Button component={Link} to={document}>
            {t('warehouse.moves.openDocument', { number: move.documentNumber ?? '' })}
          </Button>
        )}
        {!isOnCard && (
          <Button component={Link} to={stockCardPath(move.itemId)}>
            {t('warehouse.moves.openCard')}
          </Button>
        )}
        <Button variant="contained" onClick={onClose} autoFocus>
          {t('buttons.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

type Reverse = (reason: string) => Promise<unknown>

/** How this user can reverse the move. Nothing for what is reversed, is a reversal, or belongs to a document. */
function useReversal({ seq, kind, reverses, reversedBy, documentEntity }: StockMove): Reverse | undefined {
  const api = useApi()
  const may = useMay()
  if (reverses !== null || reversedBy !== null || documentEntity !== null) return undefined
  if (may(reversalRight(kind))) return reason => api.warehouse.reverseMove({ seq, reason })
  return kind === 'ISSUE' && may('production.execute') ? reason => api.warehouse.returnMaterial({ seq, reason }) : undefined
}

interface ReverseMoveProps {
  readonly move: StockMove
  readonly reverse: Reverse
  onDone(): void
  onCancel(): void
}

function ReverseMove({ move, reverse, onDone, onCancel }: ReverseMoveProps): ReactNode {
  const t = useText()
  const { full } = useQuantityTexts()
  const { seq, fromLocationName: from, toLocationName: to, itemName: item } = move
  return (
    <ConfirmWithReason
      title={t('warehouse.moves.reverseTitle', { seq })}
      text={t('warehouse.moves.reverseText', { quantity: full(move.quantity, move), item, from, to })}
      confirmLabel={t('warehouse.moves.reverseConfirm')}
      isDangerous
      onCancel={onCancel}
      onDone={onDone}
      onConfirm={async reason => {
        await reverse(reason)
        showDone(t('warehouse.moves.done', { seq }))
      }}
    />
  )
}
