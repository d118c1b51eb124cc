import Driver from '@mui/icons-material/AirportShuttleOutlined'
import LocalShipping from '@mui/icons-material/LocalShippingOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { z } from 'zod'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { Section } from '../components/section.tsx'
import { SelectField } from '../components/select-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useScan } from '../core/scans.ts'
import { showDone } from '../core/toasts.ts'
import { CardGrid, InvoiceCard, RestOfQueue } from './floor-card.tsx'
import { PapersButton } from './floor-papers.tsx'
import type { Queue } from './floor-queue.ts'
import { SendBack } from './floor-send-back.tsx'
import type { FloorWorker, Proof } from './floor-worker.tsx'
import { refusalOf } from './refusal.ts'

interface AssignListProps {
  readonly unassigned: Queue
  readonly onTheWay: Queue
  readonly worker: FloorWorker
}

/** What goes with drivers of our own: those who still need one first, then what is on its way and with whom. */
export function AssignList({ unassigned, onTheWay, worker }: AssignListProps): ReactNode {
  const t = useText()
  const { fulfilment } = useApi()
  const [assigned, setAssigned] = useState<Invoice>()
  useScan(async code => {
    const found = await fulfilment.findInvoice({ number: code })
    const { number, status, deliveryStatus } = found
    if (status !== 'DISPATCHED' && deliveryStatus !== 'TO_CONSIDER') return { isKnown: false, text: t('floor.scan.noDriver', { number }) }
    setAssigned(found)
    return { isKnown: true, text: t('floor.dispatch.assignTitle', { number }) }
  })
  if (unassigned.count + onTheWay.count === 0) return <EmptyState icon={<LocalShipping />} title={t('floor.dispatch.noDrivers')} />
  return (
    <>
      <Given title={t('fulfilment.deliverySessionStatuses.TO_CONSIDER')} queue={unassigned} worker={worker} onAssign={setAssigned} />
      <Given title={t('fulfilment.deliverySessionStatuses.IN_TRANSIT')} queue={onTheWay} worker={worker} onAssign={setAssigned} />
      {assigned && <AssignDialog invoice={assigned} proof={worker.proof} onClose={() => setAssigned(undefined)} />}
    </>
  )
}

interface GivenProps {
  readonly title: string
  readonly queue: Queue
  readonly worker: FloorWorker
  onAssign(invoice: Invoice): void
}

function Given({ title, queue, worker, onAssign }: GivenProps): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  if (queue.count === 0) return null
  return (
    <Section title={`${title} (${integer(queue.count)})`}>
      <Box sx={{ p: 2 }}>
        <CardGrid>
          {queue.invoices?.map(invoice => (
            <InvoiceCard
              key={invoice.id}
              invoice={invoice}
              actions={
                <>
                  <SendBack invoice={invoice} worker={worker} stage="DELIVERY" isFolded />
                  <PapersButton invoice={invoice} first="deliveryNote" />
                  <Button variant={invoice.assigneeName === null ? 'contained' : 'outlined'} onClick={() => onAssign(invoice)}>
                    {t(invoice.assigneeName === null ? 'floor.dispatch.assign' : 'floor.dispatch.reassign')}
                  </Button>
                </>
              }
            >
              {invoice.assigneeName !== null && (
                <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, fontSize: '1.0625rem', fontWeight: 650 }}>
                  <Driver aria-hidden color="action" />
                  {invoice.assigneeName}
                </Box>
              )}
            </InvoiceCard>
          ))}
        </CardGrid>
        <RestOfQueue queue={queue} />
      </Box>
    </Section>
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
