import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useFormContext } from 'react-hook-form'
import { z } from 'zod'
import { DecimalSchema, decimalText } from '../../shared/core/decimal.ts'
import { text } from '../../shared/core/fields.ts'
import type { InputOf } from '../../shared/core/procedure.ts'
import { mostLines } from '../../shared/fulfilment/invoice-payload.ts'
import { CorrectedLine, type InvoiceDetail, type InvoiceLine, type invoices } from '../../shared/fulfilment/invoices.ts'
import { invoiceTotal } from '../../shared/fulfilment/rules.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useUser } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { BillLines } from './bill-lines.tsx'

type Update = InputOf<typeof invoices.updateBill>
interface BillProps {
  readonly invoice: InvoiceDetail
  onClose(): void
}

/**
 * IF-14: the bill as it is to be. What is taken off the list is taken off the bill; the invoice goes on where it was returned from.
 * Whoever may not see prices corrects the rest.
 */
export function BillDialog({ invoice, onClose }: BillProps): ReactNode {
  const [opened, setOpened] = useState<InvoiceDetail | undefined>(invoice)
  // The form goes before it comes anew: so what was typed into it is kept, and offered in the new one.
  function reload(): void {
    flushSync(() => setOpened(undefined))
    setOpened(invoice)
  }
  return opened && <BillForm invoice={opened} now={invoice} onReload={reload} onClose={onClose} />
}

interface BillFormProps extends BillProps {
  /** As it is by now, where another desk was faster. */
  readonly now: InvoiceDetail
  onReload(): void
}

function BillForm({ invoice, now, onReload, onClose }: BillFormProps): ReactNode {
  const t = useText()
  const { canSeeCost } = useUser()
  const { fulfilment } = useApi()
  const { id, version, number, lines, returns } = invoice
  const open = returns.find(({ resolvedAt }) => resolvedAt === null)
  const schema = useBillSchema(canSeeCost)
  const sent = useRef<Update['lines']>([])
  async function save(input: Update): Promise<void> {
    sent.current = input.lines
    const { status } = await fulfilment.updateBill(input)
    showDone(t('fulfilment.billing.bill.done', { number, state: t(`fulfilment.statuses.${status}`) }))
  }
  return (
    <FormDialog
      title={t('fulfilment.billing.bill.title', { number })}
      width="lg"
      schema={schema}
      save={save}
      saveLabel={t('fulfilment.billing.bill.save')}
      onClose={onClose}
      values={{ id, version, replaceItems: true, notes: '', lines: lines.map(line => enteredLine(line, canSeeCost)) }}
      rowName={at => sent.current[at]?.name || sent.current[at]?.itemCode}
    >
      {now.version !== version && <Stale now={now} onReload={onReload} onClose={onClose} />}
      {open && (
        <Alert severity="warning">
          {t('fulfilment.billing.page.inReview', {
            who: open.returnedByName,
            section: t(`fulfilment.sections.${open.section}`),
            reason: open.reason,
          })}
        </Alert>
      )}
      <BillLines known={lines.length} />
      {canSeeCost && <BillSum invoice={invoice} />}
      <TextField name="notes" label={t('fulfilment.billing.bill.notes')} hint={t('fulfilment.billing.bill.notesHint')} rows={2} isRequired />
    </FormDialog>
  )
}

/** Another desk changed the invoice while it was being corrected here: nothing of theirs is written over unseen. */
function Stale({ now: { status, returns }, onReload, onClose }: Pick<BillFormProps, 'now' | 'onReload' | 'onClose'>): ReactNode {
  const t = useText()
  const isOpen = status === 'REVIEW'
  const who = returns.toSorted((a, b) => (a.resolvedAt ?? '').localeCompare(b.resolvedAt ?? '')).at(-1)?.resolvedByName ?? ''
  return (
    <Alert
      severity="error"
      role="alert"
      action={<Button onClick={isOpen ? onReload : onClose}>{t(isOpen ? 'buttons.reload' : 'buttons.close')}</Button>}
    >
      {isOpen ? t('fulfilment.billing.bill.stale') : t('fulfilment.billing.bill.settled', { who, state: t(`fulfilment.statuses.${status}`) })}
    </Alert>
  )
}

/** What the host would leave as it is when nothing is said of it, must not be left empty here. */
function useBillSchema(canSeeCost: boolean) {
  const { input } = useApi().fulfilment.updateBill.procedure
  return useMemo(() => {
    const named = CorrectedLine.extend({ itemCode: text(50), name: text(300) })
    const line = canSeeCost ? named.required({ quantity: true, mrp: true }) : named.required({ quantity: true })
    return input.extend({ lines: z.array(line).max(mostLines) })
  }, [input, canSeeCost])
}

function enteredLine({ barcode, itemCode, name, quantity, mrp, shelfLocation, batchNumber, remarks }: InvoiceLine, canSeeCost: boolean) {
  const entered = { barcode, itemCode, name, quantity, shelfLocation, batchNumber, remarks }
  return canSeeCost && mrp !== undefined ? { ...entered, mrp: decimalText(mrp) } : entered
}

/** Unreadable lines are left out until they can be read. */
const Billed = z.object({ quantity: z.coerce.number().int().min(0), mrp: DecimalSchema })

/** What the bill came to, and what it comes to as it is being typed. */
function BillSum({ invoice: { total } }: { readonly invoice: InvoiceDetail }): ReactNode {
  const t = useText()
  const { money } = useFormats()
  const typed: unknown = useFormContext().watch('lines')
  const lines = (Array.isArray(typed) ? typed : []).flatMap(line => {
    const read = z.safeDecode(Billed, line)
    return read.success ? [read.data] : []
  })
  return (
    <Box role="status" sx={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
      {total !== undefined && t('fulfilment.billing.bill.sum', { before: money(total) })} <b>{money(invoiceTotal(lines))}</b>
    </Box>
  )
}
