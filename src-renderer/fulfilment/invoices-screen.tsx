import ReceiptLong from '@mui/icons-material/ReceiptLongOutlined'
import UploadFile from '@mui/icons-material/UploadFileOutlined'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import { importActs } from '../../shared/imports/rules.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { newImportOf } from '../core/paths.ts'
import { useMay, useUser } from '../core/session.ts'
import { invoicePath } from './billing-paths.ts'
import { useInvoiceFilters } from './invoice-filters.ts'
import { InvoiceMarks } from './invoice-marks.tsx'
import { InvoiceChip } from './looks.tsx'
import { usualList } from './lists.ts'
import { SeveralActsButton, type SeveralAct } from './several-acts.tsx'
import { SeveralDialog } from './several-dialog.tsx'

/** Every invoice, the newest first (IF-18); billing may settle several at once. */
export function InvoicesScreen(): ReactNode {
  const t = useText()
  const may = useMay()
  const navigate = useNavigate()
  const { canSeeCost } = useUser()
  const { day, instant, integer, money } = useFormats()
  const { listInvoices } = useApi().fulfilment
  const filters = useInvoiceFilters()
  const [selected, setSelected] = useState<readonly string[]>([])
  const [act, setAct] = useState<SeveralAct>()
  const importButton = may(importActs('invoices')) && (
    <Button component={Link} to={newImportOf('invoices')} startIcon={<UploadFile />}>
      {t('fulfilment.billing.importFile')}
    </Button>
  )
  return (
    <PageFrame title={t('fulfilment.listTitle')} fills actions={importButton}>
      <BrowseTable
        name="fulfilment.invoices"
        title={t('fulfilment.listTitle')}
        call={listInvoices}
        start={usualList}
        views={useSavedViews('fulfilment.invoices')}
        onOpen={({ id }) => void navigate(invoicePath(id))}
        columns={[
          { name: 'number', label: t('fulfilment.fields.number'), sorts: true, width: 150, value: row => <b>{row.number}</b> },
          { name: 'status', label: t('fulfilment.fields.status'), sorts: true, width: 190, value: row => <InvoiceChip status={row.status} /> },
          { name: 'customerName', label: t('fulfilment.fields.customerId'), sorts: true, grow: 2, minWidth: 160, value: row => row.customerName },
          ...(canSeeCost
            ? [
                {
                  name: 'total',
                  label: t('fulfilment.fields.total'),
                  sorts: true,
                  kind: 'number',
                  width: 140,
                  value: (row: Invoice) => row.total !== undefined && money(row.total),
                } as const,
              ]
            : []),
          { name: 'marks', label: t('fulfilment.billing.marks'), width: 190, yields: true, value: row => <InvoiceMarks invoice={row} /> },
          { name: 'day', label: t('fulfilment.fields.day'), sorts: true, width: 110, value: row => day(row.day) },
          { name: 'worker', label: t('fulfilment.billing.inHandOf'), width: 150, yields: true, value: row => workerOf(row) },
          {
            name: 'lineCount',
            label: t('fulfilment.fields.lineCount'),
            kind: 'number',
            width: 90,
            yields: true,
            value: row => integer(row.lineCount),
          },
          { name: 'pieces', label: t('fulfilment.fields.pieces'), kind: 'number', width: 100, isHidden: true, value: row => integer(row.pieces) },
          { name: 'customerArea', label: t('fulfilment.reports.columns.area'), width: 140, isHidden: true, value: row => row.customerArea },
          {
            name: 'statusSince',
            label: t('fulfilment.fields.statusSince'),
            width: 150,
            yields: true,
            value: row => instant(row.statusSince, 'short'),
          },
          { name: 'salesmanName', label: t('fulfilment.fields.salesmanId'), width: 150, yields: true, value: row => row.salesmanName },
          {
            name: 'priority',
            label: t('fulfilment.fields.priority'),
            sorts: true,
            width: 110,
            yields: true,
            value: row => t(`fulfilment.priorities.${row.priority}`),
          },
          { name: 'creator', label: t('fulfilment.fields.creator'), width: 140, isHidden: true, value: row => row.creator || row.createdByName },
          {
            name: 'createdAt',
            label: t('fulfilment.fields.createdAt'),
            sorts: true,
            width: 150,
            isHidden: true,
            value: row => instant(row.createdAt, 'short'),
          },
        ]}
        filters={filters}
        {...(may('fulfilment.update') && {
          selected,
          onSelected: setSelected,
          selectionActions: <SeveralActsButton count={selected.length} onChoose={setAct} />,
        })}
        empty={<EmptyState icon={<ReceiptLong />} title={t('fulfilment.empty')} hint={t('fulfilment.emptyHint')} actions={importButton} />}
      />
      {act !== undefined && (
        <SeveralDialog
          act={act}
          ids={selected}
          onClose={() => setAct(undefined)}
          onDone={() => {
            setAct(undefined)
            setSelected([])
          }}
        />
      )}
    </PageFrame>
  )
}

/** Whoever has it in hand just now, else whoever had it last. */
function workerOf({ assigneeName, packerName, pickerName }: Invoice): string | null {
  return assigneeName ?? packerName ?? pickerName
}
