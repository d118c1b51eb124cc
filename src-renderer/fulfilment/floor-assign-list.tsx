import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { z } from 'zod'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { SelectField } from '../components/select-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useScan } from '../core/scans.ts'
import { showDone } from '../core/toasts.ts'
import { CardGrid, InvoiceCard } from './floor-card.tsx'
import { refusalOf } from './refusal.ts'
import { PapersButton } from './floor-papers.tsx'
import { SendBack } from './floor-send-back.tsx'
import type { FloorWorker, Proof } from './floor-worker.tsx'
import { DeliveryChip } from './looks.tsx'

/** What goes with drivers of our own: those who still need one first, then what is on its way and with whom. */
export function AssignList({ invoices, worker }: { readonly invoices: readonly Invoice[]; readonly worker: FloorWorker }): ReactNode {
  const t = useText()
  const [assigned, setAssigned] = useState<Invoice>()
  useScan(code => {
    const found = invoices.find(({ number }) => number.toUpperCase() === code.toUpperCase())
    if (!found) return { isKnown: false, text: t('floor.scan.noDriver', { number: code }) }
    setAssigned(found)
    return { isKnown: true, text: t('floor.dispatch.assignTitle', { number: found.number }) }
  })
  return (
    <>
      <CardGrid>
        {invoices.map(invoice => (
          <InvoiceCard
            key={invoice.id}
            invoice={invoice}
            actions={
              <>
                <SendBack invoice={invoice} worker={worker} stage="DELIVERY" />
                <PapersButton invoice={invoice} first="deliveryNote" />
                <Button variant={invoice.assigneeName === null ? 'contained' : 'outlined'} onClick={() => setAssigned(invoice)}>
                  {t(invoice.assigneeName === null ? 'floor.dispatch.assign' : 'floor.dispatch.reassign')}
                </Button>
              </>
            }
          >
            <div>
              {invoice.deliveryStatus !== null && <DeliveryChip status={invoice.deliveryStatus} />} {invoice.assigneeName}
            </div>
          </InvoiceCard>
        ))}
      </CardGrid>
      {assigned && <AssignDialog invoice={assigned} proof={worker.proof} onClose={() => setAssigned(undefined)} />}
    </>
  )
}

const Assigning = z.object({ email: z.string().min(1) })

function AssignDialog({
  invoice: { id, number, customerName },
  proof,
  onClose,
}: {
  readonly invoice: Invoice
  readonly proof: Proof
  onClose(): void
}): ReactNode {
  const t = useText()
  const { fulfilment } = useApi()
  const { data } = useLive(fulfilment.listDrivers, {})
  return (
    <FormDialog
      title={t('floor.dispatch.assignTitle', { number })}
      subtitle={customerName}
      schema={Assigning}
      values={{ email: '' }}
      saveLabel={t('floor.dispatch.assign')}
      onClose={onClose}
      save={async ({ email }) => {
        const [result] = await fulfilment.assignDelivery({ invoiceIds: [id], ...proof, email })
        const refusal = result && refusalOf(result)
        if (refusal) throw refusal
        showDone(t('floor.dispatch.assigned', { number }))
      }}
    >
      <SelectField
        name="email"
        label={t('fulfilment.fields.assigneeId')}
        isRequired
        autoFocus
        options={(data ?? []).map(({ email, fullName }) => ({ value: email, label: fullName }))}
      />
    </FormDialog>
  )
}
