import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { lotPath } from '../core/paths.ts'
import type { ItemStock } from './entry-item.ts'
import { ExpiryMark } from './lot-columns.tsx'
import { useQuantityTexts } from './quantities.ts'
import { AgeMark } from './stock-chips.tsx'

/** The lots of one item, in the order in which they are used up; those of one place, if one is looked at. */
export function StockLots({ item, locationId }: { readonly item: ItemStock; readonly locationId: string | undefined }): ReactNode {
  const t = useText()
  const api = useApi()
  const { full } = useQuantityTexts()
  const { data } = useLive(api.warehouse.listLots, { filter: { itemId: item.itemId, ...(locationId !== undefined && { locationId }) }, pageSize: 100 })
  const head = [t('warehouse.lots.lot'), { words: t('warehouse.fields.location') }, t('warehouse.fields.available'), { words: t('warehouse.fields.age') }, { words: t('warehouse.lots.expires') }]
  return (
    <Section title={t('warehouse.lots.of')}>
      {data?.rows.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary', p: 2 }}>
          {t('warehouse.lots.gone')}
        </Typography>
      ) : (
        <Box sx={{ maxHeight: 320, overflow: 'auto' }}>
          <PlainTable
            label={t('warehouse.lots.of')}
            head={head}
            rows={(data?.rows ?? []).map(lot => ({
              key: lot.id,
              cells: [
                <MuiLink key="code" component={Link} to={lotPath(lot.lotId)} sx={{ fontWeight: 600 }}>
                  {lot.code}
                </MuiLink>,
                lot.locationPath,
                full(lot.available, lot),
                <AgeMark key="age" band={lot.ageBand} days={lot.ageDays} />,
                <ExpiryMark key="expiry" lot={lot} />,
              ],
            }))}
          />
        </Box>
      )}
    </Section>
  )
}
