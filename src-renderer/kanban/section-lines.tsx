import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ListItemButton from '@mui/material/ListItemButton'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { AppContract } from '../../shared/contract.ts'
import type { OutputOf } from '../../shared/core/procedure.ts'
import type { Card } from '../../shared/kanban/cards.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { CardStatusChip } from './card-chips.tsx'
import { useCardWords } from './card-words.ts'

type Dashboard = OutputOf<AppContract['kanban']['getSectionDashboard']>

export function CardLine({ card, onOpen }: { readonly card: Card; onOpen(): void }): ReactNode {
  const { amount, need } = useCardWords()
  const { text, urgency } = need(card)
  return (
    <li>
      <ListItemButton onClick={onOpen} sx={{ gap: 1.5, px: 2 }}>
        <Line name={card.itemName} detail={card.number} />
        <Box sx={{ textAlign: 'right' }}>
          <Typography variant="body2" sx={{ fontWeight: 650, fontVariantNumeric: 'tabular-nums' }}>{amount(card.quantity, card)}</Typography>
          <Typography variant="caption" sx={{ color: urgency === 'late' ? 'error.main' : 'text.secondary' }}>{text}</Typography>
        </Box>
        <CardStatusChip status={card.status} />
      </ListItemButton>
    </li>
  )
}

export function LowLine({ rule, onAsk }: { readonly rule: Dashboard['low'][number]; readonly onAsk: (() => void) | undefined }): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1.5, px: 2, py: 0.75 }}>
      <Line name={rule.itemName} detail={t('kanban.dashboard.point', { point: decimal(rule.reorderPoint), unit: rule.unitCode })} />
      <Typography variant="body2" sx={{ fontWeight: 700, color: 'warning.main', fontVariantNumeric: 'tabular-nums' }}>{decimal(rule.storeOnHand)} {rule.unitCode}</Typography>
      {rule.openCardNumber !== null
        ? <Typography variant="caption" sx={{ color: 'text.secondary' }}>{t('kanban.dashboard.asked', { number: rule.openCardNumber })}</Typography>
        : onAsk && <Button size="small" variant="outlined" onClick={onAsk}>{t('kanban.dashboard.ask')}</Button>}
    </Box>
  )
}

export function DeliveryLine({ delivery, onOpen }: { readonly delivery: Dashboard['deliveries'][number]; onOpen(cardId: string): void }): ReactNode {
  const { decimal, relative } = useFormats()
  const { cardId, cardNumber, itemName, itemCode, quantity, unitCode, at } = delivery
  return (
    <li>
      <ListItemButton disabled={cardId === null} onClick={() => cardId !== null && onOpen(cardId)} sx={{ gap: 1.5, px: 2, '&.Mui-disabled': { opacity: 1 } }}>
        <Line name={itemName} detail={cardNumber ?? itemCode} />
        <Box sx={{ textAlign: 'right' }}>
          <Typography variant="body2" sx={{ fontWeight: 650, fontVariantNumeric: 'tabular-nums' }}>+{decimal(quantity)} {unitCode}</Typography>
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>{relative(at)}</Typography>
        </Box>
      </ListItemButton>
    </li>
  )
}

function Line({ name, detail }: { readonly name: string; readonly detail: string }): ReactNode {
  return (
    <Box sx={{ flex: 1, minWidth: 0 }}>
      <Typography variant="body2" sx={{ fontWeight: 550, overflowWrap: 'anywhere' }}>{name}</Typography>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>{detail}</Typography>
    </Box>
  )
}
