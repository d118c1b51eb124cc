import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import { useText } from '../core/i18n.ts'
import { recordPath } from '../core/paths.ts'
import type { ItemStock } from './entry-item.ts'
import { useQuantityTexts } from './quantities.ts'

/** For which documents the item is kept, each with the way to it; what other sections' documents keep is one sum a place. */
export function StockReservations({ item }: { readonly item: ItemStock }): ReactNode {
  const t = useText()
  const { full } = useQuantityTexts()
  return (
    <Paper variant="outlined" component="section" aria-label={t('warehouse.card.reservations')} sx={{ p: 2, pt: 1.75 }}>
      <Typography component="h2" variant="h3" sx={{ mb: 0.5 }}>
        {t('warehouse.card.reservations')}
      </Typography>
      {item.reservations.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('warehouse.card.noReservation')}
        </Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: 200, overflowY: 'auto' }}>
          {item.reservations.map(({ documentEntity, documentId, documentNumber, locationName, quantity }) => (
            <Box
              key={`${documentEntity} ${documentId} ${locationName}`}
              component="li"
              sx={{
                display: 'flex',
                alignItems: 'center',
                gap: 1,
                minHeight: 32,
                '@media (pointer: coarse)': { minHeight: 56 },
                fontSize: '0.875rem',
                fontVariantNumeric: 'tabular-nums',
              }}
            >
              <DocumentLink entity={documentEntity} id={documentId} number={documentId === null ? t('warehouse.card.otherSections') : documentNumber} />
              <Box
                component="span"
                sx={{ flex: 1, minWidth: 0, color: 'text.secondary', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
              >
                {locationName}
              </Box>
              <b>{full(quantity, item)}</b>
            </Box>
          ))}
        </Box>
      )}
    </Paper>
  )
}

interface DocumentLinkProps {
  readonly entity: string | null
  readonly id: string | null
  readonly number: string | null
}

/** A document by its number, with the way to it if it has a screen. */
export function DocumentLink({ entity, id, number }: DocumentLinkProps): ReactNode {
  const path = recordPath(entity, id)
  const label = number ?? '—'
  return path === undefined ? (
    label
  ) : (
    <Link component={RouterLink} to={path} sx={{ fontWeight: 500, whiteSpace: 'nowrap', '@media (pointer: coarse)': { lineHeight: '56px' } }}>
      {label}
    </Link>
  )
}
