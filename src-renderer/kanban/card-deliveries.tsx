import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import type { CardDetail } from '../../shared/kanban/cards.ts'
import { statusAfter } from '../../shared/kanban/rules.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { useCardWords } from './card-words.ts'
import { keepFresh } from './fresh-cards.ts'

type Delivery = CardDetail['deliveries'][number]

/** What went out for a card, newest first; each delivery can be reversed by itself. */
export function CardDeliveries({ detail: { card, supply, store, deliveries } }: { readonly detail: CardDetail }): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const { instant, decimal } = useFormats()
  const { amount } = useCardWords()
  const [reversed, setReversed] = useState<Delivery>()
  const canReverse = may('kanban.execute') && statusAfter(card, 'reverseFulfilment') !== undefined
  if (deliveries.length === 0) return <EmptyState title={t('kanban.card.noDeliveries')} />

  async function reverse(move: number, reason: string): Promise<void> {
    keepFresh(await api.kanban.reverseFulfilment({ id: card.id, version: card.version, move, reason }))
    showDone(t('kanban.done.reversed', { number: card.number }))
  }
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid' }}>
      {deliveries.map(delivery => (
        <Box key={delivery.seq} component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, py: 1, borderBottom: 1, borderColor: 'divider' }}>
          <Box sx={{ flex: 1, minWidth: 160 }}>
            <Typography sx={{ fontWeight: 700, fontVariantNumeric: 'tabular-nums', ...(delivery.reversedBy !== null && { textDecoration: 'line-through', color: 'text.secondary' }) }}>
              {delivery.reverses !== null && '− '}{amount(delivery.quantity, card)}
            </Typography>
            <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>{instant(delivery.at, 'short')} · {delivery.createdByName}</Typography>
            {delivery.note !== '' && <Typography variant="body2">{delivery.note}</Typography>}
          </Box>
          {delivery.reverses !== null && <StatusChip tone="warning" label={t('kanban.card.reversal')} />}
          {delivery.reversedBy !== null && <StatusChip tone="neutral" label={t('kanban.card.reversed')} />}
          {canReverse && delivery.reverses === null && delivery.reversedBy === null && (
            <Button size="small" onClick={() => setReversed(delivery)}>{t('kanban.acts.reverseFulfilment')}</Button>
          )}
        </Box>
      ))}
      {reversed && (
        <ConfirmWithReason
          title={t('kanban.reverse.title', { quantity: decimal(reversed.quantity), unit: card.unitCode })} isDangerous confirmLabel={t('kanban.acts.reverseFulfilment')}
          text={t('kanban.reverse.text', { store: store.locationName, supply: supply.locationName })}
          onConfirm={reason => reverse(reversed.seq, reason)} onDone={() => setReversed(undefined)} onCancel={() => setReversed(undefined)}
        />
      )}
    </Box>
  )
}
