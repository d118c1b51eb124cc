import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import type { ReceivingDetail } from '../../shared/finished-goods/receipts.ts'
import { useText } from '../core/i18n.ts'
import { receivingDeliveryPath } from './paths.ts'

/** The deliveries of an order beside each other, each with how far it is; nothing where there is only one. */
export function DeliverySwitch({ detail: { id, deliveries } }: { readonly detail: ReceivingDetail }): ReactNode {
  const t = useText()
  if (deliveries.length < 2) return null
  return (
    <Tabs value={id} variant="scrollable" aria-label={t('finishedGoods.receive.deliveries')} sx={{ borderBottom: 1, borderColor: 'divider' }}>
      {deliveries.map(({ id: ownId, week, destination, state, scannedCount, cartonCount }) => (
        <Tab
          key={ownId} value={ownId} component={RouterLink} to={receivingDeliveryPath(ownId)} replace sx={{ textTransform: 'none', alignItems: 'flex-start', textAlign: 'left' }}
          label={(
            <>
              <Box component="b">{[week, destination === null ? null : t(`planning.destinations.${destination}`)].filter(Boolean).join(' · ')}</Box>
              <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
                {t(`finishedGoods.arriving.states.${state}`)} · {t('finishedGoods.arriving.count', { scanned: scannedCount, count: cartonCount })}
              </Box>
            </>
          )}
        />
      ))}
    </Tabs>
  )
}
