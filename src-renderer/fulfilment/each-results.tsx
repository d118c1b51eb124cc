import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { EachInvoice } from '../../shared/fulfilment/picking.ts'
import { PlainTable } from '../components/plain-table.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { errorText } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { refusalOf } from './refusal.ts'

/** What became of each of several invoices: those that were refused first, with why. */
export function EachResults({ results }: { readonly results: readonly EachInvoice[] }): ReactNode {
  const t = useText()
  const refused = results.filter(({ error }) => error !== null)
  const done = results.length - refused.length
  const rows = [...refused, ...results.filter(({ error }) => error === null)].map(result => ({
    key: result.invoiceId,
    cells: [
      <b key="number">{result.number}</b>,
      <StatusChip
        key="outcome"
        tone={result.error ? 'bad' : 'good'}
        label={t(result.error ? 'fulfilment.billing.results.refused' : 'fulfilment.billing.results.done')}
      />,
      whyOf(result),
    ],
  }))
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Alert severity={refused.length === 0 ? 'success' : 'warning'}>
        {t('fulfilment.billing.results.summary', { done, refused: refused.length })}
      </Alert>
      <Box sx={{ maxHeight: 360, overflow: 'auto' }}>
        <PlainTable
          label={t('fulfilment.billing.results.title')}
          head={[t('fulfilment.fields.number'), { words: t('fulfilment.billing.results.outcome') }, { prose: t('fulfilment.billing.results.why') }]}
          rows={rows}
        />
      </Box>
    </Box>
  )
}

function whyOf(result: EachInvoice): string {
  const refusal = refusalOf(result)
  return refusal === undefined ? '' : errorText(refusal)
}
