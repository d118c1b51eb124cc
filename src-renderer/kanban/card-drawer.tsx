import Close from '@mui/icons-material/Close'
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import CircularProgress from '@mui/material/CircularProgress'
import Drawer from '@mui/material/Drawer'
import IconButton from '@mui/material/IconButton'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import Typography from '@mui/material/Typography'
import { useId, useState, type ReactNode } from 'react'
import type { CardDetail } from '../../shared/kanban/cards.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { useApi } from '../core/api.ts'
import { errorText } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import type { CardActs } from './card-acts.tsx'
import { AutomaticChip, CardStatusChip, PriorityChip } from './card-chips.tsx'
import { CardDeliveries } from './card-deliveries.tsx'
import { CardFacts } from './card-facts.tsx'
import { CardHistory } from './card-history.tsx'

export interface CardDrawerProps {
  readonly id: string
  readonly acts: CardActs
  onClose(): void
}

/** One card, beside the board: its facts and stock, its deliveries, its history, and what can be done. */
export function CardDrawer({ id, acts, onClose }: CardDrawerProps): ReactNode {
  const t = useText()
  const api = useApi()
  const titleId = useId()
  const { data, error } = useLive(api.kanban.getCard, { id }, { clears: true })
  return (
    <Drawer
      anchor="right" open onClose={onClose}
      slotProps={{ paper: { role: 'dialog', 'aria-modal': true, 'aria-labelledby': titleId, sx: { width: { xs: '100%', sm: 480 }, display: 'flex', flexDirection: 'column' } } }}
    >
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, p: 2, pb: 1 }}>
        <Box sx={{ flex: 1, minWidth: 0, display: 'grid', gap: 0.75 }}>
          <Typography id={titleId} component="h2" variant="h2" sx={{ overflowWrap: 'anywhere' }}>{data?.card.itemName ?? t('kanban.title')}</Typography>
          {data && (
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
              <Typography variant="body2" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>{data.card.number}</Typography>
              <CardStatusChip status={data.card.status} />
              <PriorityChip priority={data.card.priority} />
              {data.card.isAutomatic && <AutomaticChip reorderPoint={data.card.reorderPoint} unitCode={data.card.unitCode} />}
            </Box>
          )}
        </Box>
        <IconButton aria-label={t('buttons.close')} onClick={onClose} autoFocus><Close /></IconButton>
      </Box>
      {data ? <CardContent detail={data} acts={acts} /> : error
        ? <EmptyState role="alert" icon={<ErrorOutline />} title={t('kanban.card.gone')} hint={errorText(error)} />
        : <EmptyState role="status" icon={<CircularProgress size={26} color="inherit" />} title={t('words.loading')} />}
    </Drawer>
  )
}

const tabs = ['facts', 'deliveries', 'history'] as const

function CardContent({ detail, acts }: { readonly detail: CardDetail; readonly acts: CardActs }): ReactNode {
  const t = useText()
  const id = useId()
  const [tab, setTab] = useState<(typeof tabs)[number]>('facts')
  const possible = acts.possible(detail.card)
  return (
    <>
      <Tabs value={tab} onChange={(_event, next: typeof tab) => setTab(next)} sx={{ px: 1, borderBottom: 1, borderColor: 'divider' }}>
        {tabs.map(one => <Tab key={one} value={one} id={`${id}-${one}`} aria-controls={`${id}-panel`} label={t(`kanban.card.${one}`)} />)}
      </Tabs>
      <Box role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`} tabIndex={0} sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 2 }}>
        {tab === 'facts' && <CardFacts detail={detail} />}
        {tab === 'deliveries' && <CardDeliveries detail={detail} />}
        {tab === 'history' && <CardHistory id={detail.card.id} unitCode={detail.card.unitCode} />}
      </Box>
      {possible.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, p: 2, borderTop: 1, borderColor: 'divider' }}>
          {possible.map(act => (
            <Button
              key={act} onClick={() => acts.run(act, detail.card)} sx={{ flex: act === 'approve' || act === 'fulfil' ? '1 1 40%' : undefined }}
              variant={act === 'approve' || act === 'fulfil' ? 'contained' : 'outlined'} color={act === 'cancel' ? 'error' : 'primary'}
            >
              {acts.label(act, detail.card)}
            </Button>
          ))}
        </Box>
      )}
    </>
  )
}
