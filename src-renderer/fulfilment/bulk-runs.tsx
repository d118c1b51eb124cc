import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useId, useState, type ReactNode } from 'react'
import type { OutputOf } from '../../shared/core/procedure.ts'
import type { bulk } from '../../shared/fulfilment/bulk.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { usualList } from './lists.ts'
import { InvoiceChip } from './looks.tsx'

type Run = OutputOf<typeof bulk.listBulkRuns>['rows'][number]

/** What was moved at once before, each with how its invoices stood. */
export function BulkRuns(): ReactNode {
  const t = useText()
  const { day, instant, integer } = useFormats()
  const [opened, setOpened] = useState<Run>()
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: 380 }}>
      <Typography component="h2" variant="h2" sx={{ mb: 1 }}>
        {t('fulfilment.billing.bulk.runs')}
      </Typography>
      <BrowseTable
        name="fulfilment.bulkRuns"
        title={t('fulfilment.billing.bulk.runs')}
        call={useApi().fulfilment.listBulkRuns}
        start={usualList}
        onOpen={setOpened}
        columns={[
          {
            name: 'createdAt',
            label: t('fulfilment.billing.page.at'),
            sorts: true,
            width: 170,
            value: row => <b>{instant(row.createdAt, 'short')}</b>,
          },
          { name: 'span', label: t('fulfilment.fields.day'), width: 220, yields: true, value: row => `${day(row.fromDay)} – ${day(row.toDay)}` },
          { name: 'to', label: t('fulfilment.fields.toStatus'), width: 150, value: row => t(`fulfilment.toStatuses.${row.to}`) },
          { name: 'done', label: t('fulfilment.fields.doneCount'), kind: 'number', width: 110, value: row => integer(row.done) },
          { name: 'refused', label: t('fulfilment.fields.refusedCount'), kind: 'number', width: 110, value: row => integer(row.refused) },
          { name: 'reason', label: t('fulfilment.fields.reason'), grow: 2, minWidth: 180, value: row => row.reason },
          { name: 'doneByName', label: t('fulfilment.fields.doneBy'), width: 160, yields: true, value: row => row.doneByName },
        ]}
        filters={[{ kind: 'days', from: 'fromDay', to: 'toDay', label: t('fulfilment.billing.page.at') }]}
        empty={<Box sx={{ p: 3, color: 'text.secondary' }}>{t('fulfilment.billing.bulk.noRuns')}</Box>}
      />
      {opened && <RunDialog run={opened} onClose={() => setOpened(undefined)} />}
    </Box>
  )
}

function RunDialog({ run: { id, createdAt, reason }, onClose }: { readonly run: Run; onClose(): void }): ReactNode {
  const t = useText()
  const titleId = useId()
  const { instant } = useFormats()
  const { data: results, error, refetch } = useLive(useApi().fulfilment.getBulkResults, { id })
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('fulfilment.billing.bulk.run', { at: instant(createdAt, 'short') })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1 }}>
        <span>{reason}</span>
        {error && <FailureState error={error} onRetry={() => void refetch()} />}
        {!results && !error && <LinearProgress aria-label={t('words.loading')} />}
        {results && <PlainTable
          label={t('fulfilment.fields.snapshot')}
          head={[t('fulfilment.fields.number'), { words: t('fulfilment.billing.bulk.before') }, { prose: t('fulfilment.billing.results.outcome') }]}
          rows={results.map(({ number, from, error }) => ({
            key: number,
            cells: [
              <b key="number">{number}</b>,
              <InvoiceChip key="from" status={from} />,
              error === null ? t('fulfilment.billing.results.done') : (textOf(`errors.${error}`) ?? t('fulfilment.billing.results.refused')),
            ],
          }))}
        />}
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {t('buttons.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
