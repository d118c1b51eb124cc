import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { StockMove } from '../../shared/warehouse/moves.ts'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { lotPath } from '../core/paths.ts'
import { useQuantityTexts } from './quantities.ts'

/** Which lots a move took along, each with the way to it. */
export function MoveLots({ move }: { readonly move: StockMove }): ReactNode {
  const t = useText()
  const api = useApi()
  const { full } = useQuantityTexts()
  const { data = [] } = useLive(api.warehouse.listMoveLots, { seq: move.seq })
  if (data.length === 0) return null
  return (
    <Box component="ul" aria-label={t('warehouse.lots.inMove')} sx={{ listStyle: 'none', m: 0, mt: 1.5, p: 0, fontSize: '0.875rem', fontVariantNumeric: 'tabular-nums' }}>
      {data.map(({ lotId, code, quantity }) => (
        <Box key={lotId} component="li" sx={{ display: 'flex', gap: 2, py: 0.5, borderTop: 1, borderColor: 'divider' }}>
          <MuiLink component={Link} to={lotPath(lotId)} sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
            {code}
          </MuiLink>
          <b>{full(quantity, move)}</b>
        </Box>
      ))}
    </Box>
  )
}
