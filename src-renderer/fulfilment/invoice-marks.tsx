import Bolt from '@mui/icons-material/BoltOutlined'
import PanTool from '@mui/icons-material/PanToolOutlined'
import PriorityHigh from '@mui/icons-material/PriorityHighOutlined'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import { StatusChip } from '../components/status-chip.tsx'
import { useText } from '../core/i18n.ts'

type Marked = Pick<Invoice, 'isOnHold' | 'isExpress' | 'isTotalDifferent' | 'priority' | 'billingStatus' | 'status'>

/** What sets an invoice apart from the rest; nothing for one that goes its usual way. */
export function InvoiceMarks({ invoice }: { readonly invoice: Marked }): ReactNode {
  const t = useText()
  const { isOnHold, isExpress, isTotalDifferent, priority, billingStatus, status } = invoice
  const isAgain = billingStatus === 'RE_INVOICED' && status !== 'DELIVERED'
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5, verticalAlign: 'middle', '&:empty': { display: 'none' } }}>
      {isOnHold && <StatusChip tone="bad" icon={PanTool} label={t('fulfilment.fields.isOnHold')} />}
      {isExpress && <StatusChip tone="running" icon={Bolt} label={t('fulfilment.fields.isExpress')} />}
      {priority === 'HIGH' && <StatusChip tone="warning" icon={PriorityHigh} label={t('fulfilment.billing.urgent')} />}
      {isAgain && <StatusChip tone="waiting" label={t('fulfilment.billingStatuses.RE_INVOICED')} />}
      {isTotalDifferent && <StatusChip tone="warning" label={t('fulfilment.fields.isTotalDifferent')} />}
    </Box>
  )
}
