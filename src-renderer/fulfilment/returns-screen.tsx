import AssignmentReturn from '@mui/icons-material/AssignmentReturnOutlined'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { returnSections } from '../../shared/fulfilment/rules.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { invoicePath } from './billing-paths.ts'
import { usualList } from './lists.ts'

/** What came back to billing: what is still to be settled first (IF-13). */
export function ReturnsScreen(): ReactNode {
  const t = useText()
  const navigate = useNavigate()
  const { instant } = useFormats()
  return (
    <PageFrame title={t('fulfilment.billing.returns.title')} fills>
      <BrowseTable
        name="fulfilment.returns"
        title={t('fulfilment.billing.returns.title')}
        call={useApi().fulfilment.listReturns}
        views={useSavedViews('fulfilment.returns')}
        start={{ ...usualList, filter: { isOpen: true } }}
        onOpen={({ invoiceId }) => void navigate(invoicePath(invoiceId))}
        columns={[
          { name: 'invoiceNumber', label: t('fulfilment.fields.number'), width: 150, value: row => <b>{row.invoiceNumber}</b> },
          {
            name: 'state',
            label: t('fulfilment.fields.status'),
            width: 170,
            value: row => (
              <StatusChip
                tone={row.resolvedAt === null ? 'warning' : 'good'}
                label={t(row.resolvedAt === null ? 'fulfilment.billing.returns.open' : 'fulfilment.billing.returns.done')}
              />
            ),
          },
          { name: 'customerName', label: t('fulfilment.fields.customerId'), grow: 1, minWidth: 150, yields: true, value: row => row.customerName },
          { name: 'reason', label: t('fulfilment.fields.reason'), grow: 2, minWidth: 220, value: row => row.reason },
          { name: 'section', label: t('fulfilment.fields.section'), width: 130, value: row => t(`fulfilment.sections.${row.section}`) },
          { name: 'returnedByName', label: t('fulfilment.fields.returnedBy'), width: 150, yields: true, value: row => row.returnedByName },
          { name: 'createdAt', label: t('fulfilment.billing.page.at'), sorts: true, width: 150, value: row => instant(row.createdAt, 'short') },
          { name: 'resolution', label: t('fulfilment.fields.resolution'), grow: 1, minWidth: 160, yields: true, value: row => row.resolution },
          { name: 'resolvedByName', label: t('fulfilment.fields.resolvedBy'), width: 150, isHidden: true, value: row => row.resolvedByName },
        ]}
        filters={[
          {
            kind: 'boolean',
            name: 'isOpen',
            label: t('fulfilment.fields.status'),
            yes: t('fulfilment.billing.returns.open'),
            no: t('fulfilment.billing.returns.done'),
          },
          {
            kind: 'enum',
            name: 'section',
            label: t('fulfilment.fields.section'),
            options: returnSections.map(value => ({ value, label: t(`fulfilment.sections.${value}`) })),
          },
          { kind: 'days', from: 'fromDay', to: 'toDay', label: t('fulfilment.billing.page.at') },
        ]}
        empty={
          <EmptyState icon={<AssignmentReturn />} title={t('fulfilment.billing.returns.empty')} hint={t('fulfilment.billing.returns.emptyHint')} />
        }
      />
    </PageFrame>
  )
}
