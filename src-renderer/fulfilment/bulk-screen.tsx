import Alert from '@mui/material/Alert'
import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import MuiTextField from '@mui/material/TextField'
import { useState, type ReactNode } from 'react'
import { addDays, BusinessDaySchema } from '../../shared/core/dates.ts'
import type { InputOf, OutputOf } from '../../shared/core/procedure.ts'
import { bulkTargets, type bulk } from '../../shared/fulfilment/bulk.ts'
import type { EachInvoice } from '../../shared/fulfilment/picking.ts'
import { invoiceStatuses, isOver, type InvoiceStatus } from '../../shared/fulfilment/rules.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { DateInput } from '../components/date-field.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { SelectInput } from '../components/select-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useUser } from '../core/session.ts'
import { BulkRuns } from './bulk-runs.tsx'
import { EachResults } from './each-results.tsx'
import { InvoiceChip } from './looks.tsx'
import { SamplesSection } from './samples-section.tsx'

type Span = InputOf<typeof bulk.previewBulk>
type Preview = OutputOf<typeof bulk.previewBulk>
/** What can be moved on: what is delivered or in review is left alone whatever is asked. */
const movable = invoiceStatuses.filter(status => !isOver(status) && status !== 'REVIEW')

/** IF-16: what an Admin moves on at once, looked at before and told of each after. */
export function BulkScreen(): ReactNode {
  const t = useText()
  const today = useFormats().today()
  const { fulfilment } = useApi()
  const [fromDay, setFrom] = useState<string | null>(addDays(today, -7))
  const [toDay, setTo] = useState<string | null>(addDays(today, -1))
  const [status, setStatus] = useState<readonly InvoiceStatus[]>(movable)
  const [to, setTarget] = useState<Span['to']>('DELIVERED')
  const [isConfirming, setConfirming] = useState(false)
  const [results, setResults] = useState<readonly EachInvoice[]>()
  const [from, until] = [BusinessDaySchema.safeParse(fromDay), BusinessDaySchema.safeParse(toDay)]
  const isReadable = from.success && until.success && from.data <= until.data && status.length > 0
  const span: Span = { fromDay: from.data ?? today, toDay: until.data ?? today, status: [...status], to }
  const { data, error, refetch } = useLive(fulfilment.previewBulk, span, { enabled: isReadable })
  return (
    <PageFrame title={t('fulfilment.billing.bulk.title')} subtitle={t('fulfilment.billing.bulk.text')}>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: '180px 180px minmax(0, 1fr) 220px' },
          alignItems: 'start',
        }}
      >
        <DateInput label={t('fulfilment.fields.fromDay')} value={fromDay} onChange={setFrom} isRequired />
        <DateInput label={t('fulfilment.fields.toDay')} value={toDay} onChange={setTo} isRequired />
        <Autocomplete
          multiple
          disableCloseOnSelect
          limitTags={3}
          options={movable}
          value={[...status]}
          onChange={(_event, next) => setStatus(next)}
          getOptionLabel={one => t(`fulfilment.statuses.${one}`)}
          renderInput={params => <MuiTextField {...params} label={t('fulfilment.billing.bulk.from')} required />}
        />
        <SelectInput
          label={t('fulfilment.fields.toStatus')}
          value={to}
          onChange={value => setTarget(bulkTargets.find(one => one === value) ?? to)}
          options={bulkTargets.map(value => ({ value, label: t(`fulfilment.toStatuses.${value}`) }))}
          isRequired
        />
      </Box>
      {!isReadable && <Alert severity="warning">{t(status.length === 0 ? 'fulfilment.billing.bulk.noStatus' : 'fulfilment.billing.days')}</Alert>}
      {!data && !error && isReadable && <Skeleton variant="rounded" height={160} />}
      {error && !data && <FailureState error={error} onRetry={() => void refetch()} />}
      {results && (
        <Section
          title={t('fulfilment.billing.results.title')}
          actions={
            <Button size="small" onClick={() => setResults(undefined)}>
              {t('buttons.close')}
            </Button>
          }
        >
          <Box sx={{ p: 2 }}>
            <EachResults results={results} />
          </Box>
        </Section>
      )}
      {data && isReadable && <Previewed preview={data} onGo={() => setConfirming(true)} />}
      <BulkRuns />
      <SamplesSection />
      {isConfirming && data && (
        <ConfirmWithReason
          title={t('fulfilment.billing.bulk.confirmTitle', { count: data.moves, to: t(`fulfilment.toStatuses.${to}`) })}
          text={t('fulfilment.billing.bulk.confirmText')}
          confirmLabel={t('fulfilment.billing.bulk.go', { count: data.moves })}
          isDangerous
          onCancel={() => setConfirming(false)}
          onDone={() => setConfirming(false)}
          onConfirm={async reason => setResults((await fulfilment.changeInvoicesInBulk({ ...span, digest: data.digest, reason })).results)}
        />
      )}
    </PageFrame>
  )
}

function Previewed({ preview: { moves, stays, later, invoices }, onGo }: { readonly preview: Preview; onGo(): void }): ReactNode {
  const t = useText()
  const { day, integer, money } = useFormats()
  const { canSeeCost } = useUser()
  if (moves === 0)
    return <EmptyState title={t('fulfilment.billing.bulk.nothing')} hint={t('fulfilment.billing.bulk.nothingHint', { stays: integer(stays) })} />
  const hint =
    invoices.length < moves
      ? t('fulfilment.billing.bulk.firstOf', { shown: integer(invoices.length), all: integer(moves), stays: integer(stays) })
      : t('fulfilment.billing.bulk.counts', { moves: integer(moves), stays: integer(stays) })
  return (
    <Section
      title={t('fulfilment.billing.bulk.preview')}
      hint={hint}
      actions={
        <Button variant="contained" color="error" onClick={onGo}>
          {t('fulfilment.billing.bulk.go', { count: moves })}
        </Button>
      }
    >
      {later > 0 && (
        <Alert severity="info" sx={{ borderRadius: 0 }}>
          {t('fulfilment.billing.bulk.later', { moves: integer(moves), later: integer(later) })}
        </Alert>
      )}
      <Box sx={{ maxHeight: 360, overflow: 'auto' }}>
        <PlainTable
          label={t('fulfilment.billing.bulk.preview')}
          head={[
            t('fulfilment.fields.number'),
            { words: t('fulfilment.fields.day') },
            { prose: t('fulfilment.fields.customerId') },
            { words: t('fulfilment.fields.status') },
            ...(canSeeCost ? [t('fulfilment.fields.total')] : []),
          ]}
          rows={invoices.map(invoice => ({
            key: invoice.id,
            cells: [
              <b key="number">{invoice.number}</b>,
              day(invoice.day),
              invoice.customerName,
              <InvoiceChip key="status" status={invoice.status} />,
              ...(canSeeCost ? [invoice.total !== undefined && money(invoice.total)] : []),
            ],
          }))}
        />
      </Box>
    </Section>
  )
}
