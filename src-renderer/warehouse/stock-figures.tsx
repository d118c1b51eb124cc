import Bad from '@mui/icons-material/ErrorOutlineOutlined'
import Good from '@mui/icons-material/CheckCircleOutlined'
import Warning from '@mui/icons-material/WarningAmberOutlined'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'
import { stockStatuses, type StockStatus } from '../../shared/warehouse/rules.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'

const looks = {
  CRITICAL: { icon: Bad, colour: 'error' },
  LOW: { icon: Warning, colour: 'warning' },
  OK: { icon: Good, colour: 'success' },
} as const satisfies Record<StockStatus, { icon: SvgIconComponent; colour: string }>

export interface StockFiguresProps {
  readonly chosen: StockStatus | undefined
  onChoose(status: StockStatus | undefined): void
}

/** How many items are out, low and well: each opens the items it counts. */
export function StockFigures({ chosen, onChoose }: StockFiguresProps): ReactNode {
  const api = useApi()
  const { data } = useLive(api.warehouse.countStock, {})
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, minmax(112px, 1fr))', gap: 1 }}>
      {stockStatuses.map(status => (
        <Figure
          key={status}
          status={status}
          count={data?.[status]}
          isChosen={status === chosen}
          onToggle={() => onChoose(status === chosen ? undefined : status)}
        />
      ))}
    </Box>
  )
}

interface FigureProps {
  readonly status: StockStatus
  readonly count: number | undefined
  readonly isChosen: boolean
  onToggle(): void
}

function Figure({ status, count, isChosen, onToggle }: FigureProps): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const { icon: Icon, colour } = looks[status]
  const color = `${colour}.main`
  const word = t(`warehouse.statuses.${status}`)
  return (
    <ButtonBase
      aria-pressed={isChosen}
      aria-label={`${word}: ${count === undefined ? t('words.loading') : t('warehouse.stock.count', { count })}`}
      onClick={onToggle}
      sx={{
        display: 'flex',
        justifyContent: 'flex-start',
        textAlign: 'start',
        gap: 1,
        pl: 1,
        pr: 1.5,
        minHeight: 56,
        borderRadius: 1,
        border: 1,
        bgcolor: 'background.paper',
        borderColor: isChosen ? color : 'divider',
        boxShadow: theme => (isChosen ? `inset 0 0 0 1px ${theme.vars.palette[colour].main}` : 'none'),
        '&:hover': { borderColor: color },
      }}
    >
      <Box
        component="span"
        aria-hidden
        sx={{ display: 'grid', placeItems: 'center', width: 32, height: 32, borderRadius: 1, bgcolor: `tint.${colour}`, color, flexShrink: 0 }}
      >
        <Icon sx={{ fontSize: 20 }} />
      </Box>
      <Box component="span" sx={{ minWidth: 0 }}>
        <Box
          component="span"
          sx={{ display: 'block', fontSize: '1.25rem', fontWeight: 650, lineHeight: 1.15, color: 'text.primary', fontVariantNumeric: 'tabular-nums' }}
        >
          {count === undefined ? '…' : integer(count)}
        </Box>
        <Box component="span" sx={{ display: 'block', fontSize: '0.8125rem', lineHeight: 1.3, color: 'text.secondary' }}>
          {word}
        </Box>
      </Box>
    </ButtonBase>
  )
}
