import NoteAlt from '@mui/icons-material/NoteAltOutlined'
import { useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { CreditNote } from '../../shared/fulfilment/invoices.ts'
import { referenceFilter } from '../components/browse-filters.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { StatusChip } from '../components/status-chip.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { ListQuery } from '../core/list-call.ts'
import { useMay, useUser } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { invoicePath } from './billing-paths.ts'
import { useCustomers } from './billing-sources.ts'
import { usualList } from './lists.ts'

/** What customers got back. A note whose invoice the import did not find is told by hand whose return it is. */
export function CreditNotesScreen(): ReactNode {
  const t = useText()
  const navigate = useNavigate()
  const may = useMay()
  const { canSeeCost } = useUser()
  const { day, integer, money } = useFormats()
  const customers = useCustomers()
  const [linked, setLinked] = useState<CreditNote>()
  const open = (note: CreditNote) => {
    if (note.invoiceId !== null) void navigate(invoicePath(note.invoiceId))
    else if (may('fulfilment.update')) setLinked(note)
  }
  return (
    <PageFrame title={t('fulfilment.billing.credit.title')} fills>
      <BrowseTable
        name="fulfilment.creditNotes"
        title={t('fulfilment.billing.credit.title')}
        call={useApi().fulfilment.listCreditNotes}
        start={usualList}
        views={useSavedViews('fulfilment.creditNotes')}
        onOpen={open}
        columns={[
          { name: 'number', label: t('fulfilment.billing.credit.number'), sorts: true, width: 150, value: row => <b>{row.number}</b> },
          {
            name: 'invoiceNumber',
            label: t('fulfilment.fields.invoiceId'),
            width: 205,
            value: row => row.invoiceNumber ?? <StatusChip tone="warning" label={t('fulfilment.billing.credit.unknown')} />,
          },
          { name: 'customerName', label: t('fulfilment.fields.customerId'), grow: 2, minWidth: 160, value: row => row.customerName },
          {
            name: 'lines',
            label: t('fulfilment.fields.contents'),
            grow: 2,
            minWidth: 180,
            yields: true,
            value: row => row.lines.map(line => `${integer(line.quantity)} × ${line.itemCode}`).join(', '),
          },
          ...(canSeeCost
            ? [
                {
                  name: 'total',
                  label: t('fulfilment.fields.total'),
                  kind: 'number',
                  width: 150,
                  value: (row: CreditNote) => row.total !== undefined && money(row.total),
                } as const,
              ]
            : []),
          { name: 'day', label: t('fulfilment.fields.day'), sorts: true, width: 120, value: row => day(row.day) },
        ]}
        filters={[
          {
            kind: 'boolean',
            name: 'isFound',
            label: t('fulfilment.fields.invoiceId'),
            yes: t('fulfilment.billing.credit.known'),
            no: t('fulfilment.billing.credit.unknown'),
          },
          referenceFilter<ListQuery, 'customerId'>({ name: 'customerId', label: t('fulfilment.fields.customerId'), source: customers }),
          { kind: 'days', from: 'fromDay', to: 'toDay', label: t('fulfilment.fields.day') },
        ]}
        empty={<EmptyState icon={<NoteAlt />} title={t('fulfilment.billing.credit.empty')} hint={t('fulfilment.billing.credit.emptyHint')} />}
      />
      {linked && <LinkDialog note={linked} onClose={() => setLinked(undefined)} />}
    </PageFrame>
  )
}

function LinkDialog({ note: { id, version, number, customerName }, onClose }: { readonly note: CreditNote; onClose(): void }): ReactNode {
  const t = useText()
  const { fulfilment } = useApi()
  return (
    <FormDialog
      title={t('fulfilment.billing.credit.link', { number })}
      subtitle={customerName}
      width="xs"
      schema={fulfilment.linkCreditNote.procedure.input}
      values={{ id, version, invoiceNumber: '' }}
      onClose={onClose}
      save={async input => {
        const { invoiceNumber } = await fulfilment.linkCreditNote(input)
        showDone(t('fulfilment.billing.credit.done', { number, invoice: invoiceNumber ?? '' }))
      }}
    >
      <TextField name="invoiceNumber" label={t('fulfilment.fields.number')} hint={t('fulfilment.billing.credit.linkHint')} isRequired autoFocus />
    </FormDialog>
  )
}
