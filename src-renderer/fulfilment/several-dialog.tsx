import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import LinearProgress from '@mui/material/LinearProgress'
import Skeleton from '@mui/material/Skeleton'
import { useId, useState, type ReactNode } from 'react'
import { Reason } from '../../shared/core/fields.ts'
import { maximumPageSize } from '../../shared/core/list.ts'
import { sumMoney } from '../../shared/core/money.ts'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import type { EachInvoice } from '../../shared/fulfilment/picking.ts'
import { FailureState } from '../components/failure-state.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { TextInput } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { asAppError, errorText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useUser } from '../core/session.ts'
import { EachResults } from './each-results.tsx'
import { InvoiceChip } from './looks.tsx'
import { concerns, prioritiesOf, type SeveralAct } from './several-acts.tsx'

interface SeveralProps {
  readonly act: SeveralAct
  readonly ids: readonly string[]
  onDone(): void
  onClose(): void
}

/** One act for several invoices: shown before, and told of each after. */
export function SeveralDialog({ act, ids, onDone, onClose }: SeveralProps): ReactNode {
  const t = useText()
  const titleId = useId()
  const run = useRun(act)
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const { data, error, refetch } = useLive(
    useApi().fulfilment.listInvoices,
    { filter: { ids: [...ids] }, pageSize: maximumPageSize },
    { enabled: run.results === undefined, isFresh: true },
  )
  const concerned = data?.rows.filter(invoice => concerns(act, invoice)) ?? []
  const isReasonMissing = act === 'hold' && !Reason.safeParse(reason).success
  async function go(): Promise<void> {
    setAsked(true)
    if (!isReasonMissing) await run.run(concerned, reason.trim())
  }
  return (
    <Dialog open onClose={run.isRunning ? undefined : run.results ? onDone : onClose} fullWidth maxWidth="md" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t(`fulfilment.billing.several.acts.${act}`)}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        {run.isRunning && <LinearProgress aria-label={t('table.updating')} />}
        {run.error !== undefined && <Alert severity="error">{errorText(run.error)}</Alert>}
        {!run.results && !data && !error && <Skeleton variant="rounded" height={160} />}
        {error && !data && <FailureState error={error} onRetry={() => void refetch()} />}
        {run.results && <EachResults results={run.results} />}
        {!run.results && data && (
          <Preview
            concerned={concerned}
            left={data.rows.filter(row => !concerned.includes(row))}
            text={t(`fulfilment.billing.several.texts.${act}`)}
          />
        )}
        {!run.results && act === 'hold' && (
          <TextInput
            label={t('fulfilment.fields.holdReason')}
            value={reason}
            onChange={setReason}
            rows={2}
            isRequired
            autoFocus
            error={isAsked && isReasonMissing ? t('errors.reason-needed') : undefined}
          />
        )}
      </DialogContent>
      <DialogActions>
        {run.results ? (
          <Button variant="contained" onClick={onDone}>
            {t('buttons.close')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose} disabled={run.isRunning}>
              {t('buttons.cancel')}
            </Button>
            <Button variant="contained" disabled={concerned.length === 0} loading={run.isRunning} onClick={() => void go()}>
              {t('fulfilment.billing.several.go', { count: concerned.length })}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  )
}

/** What would be changed, and what would be left as it is. */
function Preview({
  concerned,
  left,
  text,
}: {
  readonly concerned: readonly Invoice[]
  readonly left: readonly Invoice[]
  readonly text: string
}): ReactNode {
  const t = useText()
  const { money } = useFormats()
  const { canSeeCost } = useUser()
  const row = (invoice: Invoice, isLeft: boolean) => ({
    key: invoice.id,
    cells: [
      <b key="number">{invoice.number}</b>,
      invoice.customerName,
      <InvoiceChip key="status" status={invoice.status} />,
      t(`fulfilment.priorities.${invoice.priority}`),
      ...(canSeeCost ? [invoice.total !== undefined && money(invoice.total)] : []),
      t(isLeft ? 'fulfilment.billing.several.stays' : 'fulfilment.billing.several.moves'),
    ],
  })
  return (
    <>
      <span>{text}</span>
      {left.length > 0 && <Alert severity="info">{t('fulfilment.billing.several.left', { count: left.length })}</Alert>}
      <Box sx={{ maxHeight: 320, overflow: 'auto', border: 1, borderColor: 'divider', borderRadius: 1 }}>
        <PlainTable
          label={t('fulfilment.listTitle')}
          rows={[...concerned.map(invoice => row(invoice, false)), ...left.map(invoice => row(invoice, true))]}
          sums={
            canSeeCost && concerned.length > 1
              ? [t('words.total'), '', '', '', money(sumMoney(concerned.flatMap(({ total }) => total ?? []))), '']
              : undefined
          }
          head={[
            t('fulfilment.fields.number'),
            { prose: t('fulfilment.fields.customerId') },
            { words: t('fulfilment.fields.status') },
            { words: t('fulfilment.fields.priority') },
            ...(canSeeCost ? [t('fulfilment.fields.total')] : []),
            { words: t('fulfilment.billing.several.effect') },
          ]}
        />
      </Box>
    </>
  )
}

interface Run {
  readonly isRunning: boolean
  readonly results: readonly EachInvoice[] | undefined
  readonly error: unknown
  run(invoices: readonly Invoice[], reason: string): Promise<void>
}

/** Express is one command for all; what a single bill is settled by is asked bill by bill, and what is refused stops nothing. */
function useRun(act: SeveralAct): Run {
  const { fulfilment } = useApi()
  const [isRunning, setRunning] = useState(false)
  const [results, setResults] = useState<readonly EachInvoice[]>()
  const [error, setError] = useState<unknown>()
  async function change({ id, version, number }: Invoice, reason: string): Promise<EachInvoice> {
    try {
      await fulfilment.changeInvoice({
        id,
        version,
        reason,
        ...(act === 'hold' || act === 'release' ? { isOnHold: act === 'hold' } : act === 'express' ? {} : { priority: prioritiesOf[act] }),
      })
      return { invoiceId: id, number, error: null }
    } catch (thrown) {
      const { code, params } = asAppError(thrown)
      return { invoiceId: id, number, error: { code, params: { ...params } } }
    }
  }
  async function run(invoices: readonly Invoice[], reason: string): Promise<void> {
    setRunning(true)
    setError(undefined)
    try {
      if (act === 'express') setResults(await fulfilment.expressBill({ invoiceIds: invoices.map(({ id }) => id) }))
      else {
        const changed: EachInvoice[] = []
        for (const invoice of invoices) changed.push(await change(invoice, reason))
        setResults(changed)
      }
    } catch (thrown) {
      setError(thrown)
    }
    setRunning(false)
  }
  return { isRunning, results, error, run }
}
