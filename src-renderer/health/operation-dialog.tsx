import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'
import { operationWords } from '../../shared/activity/operation-words.ts'
import type { Operation } from '../../shared/health/contract.ts'
import { FactList } from '../components/fact-list.tsx'
import { useFormats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'
import { useHealthFigures } from './health-figures.ts'

/** One operation: its times, and why it was refused. */
export function OperationDialog({ operation, onClose }: { readonly operation: Operation; onClose(): void }): ReactNode {
  const t = useText()
  const id = useId()
  const { integer } = useFormats()
  const { took } = useHealthFigures()
  const time = (value: number | null) => (value === null ? '–' : took(value))
  const { name, kind, count, p50, p95, longest, faults, refusals } = operation
  const facts = [
    { label: t('health.operations.address'), value: addressOf(name) },
    { label: t('health.operations.columns.kind'), value: t(`health.operations.kinds.${kind}`) },
    { label: t('health.operations.columns.count'), value: integer(count) },
    { label: t('health.charts.p50'), value: time(p50) },
    { label: t('health.charts.p95'), value: time(p95) },
    { label: t('health.operations.columns.longest'), value: time(longest) },
    { label: t('health.operations.columns.faults'), value: integer(faults) },
  ]
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{operationWords(name, textOf)}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <FactList facts={facts} />
        <Box component="section" sx={{ display: 'grid', gap: 0.5 }}>
          <Typography component="h3" variant="overline" color="textSecondary">{t('health.operations.why')}</Typography>
          {refusals.length === 0 && <Typography variant="body2" color="textSecondary">{t('health.operations.noRefusals')}</Typography>}
          {refusals.map(refusal => (
            <Box key={refusal.code} sx={{ display: 'flex', gap: 2, fontSize: '0.875rem' }}>
              <Box component="b" sx={{ minWidth: 48, textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>{t('health.operations.times', { often: integer(refusal.count) })}</Box>
              <span>{textOf(`errors.${refusal.code}`) ?? refusal.code}</span>
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions><Button onClick={onClose} autoFocus>{t('buttons.close')}</Button></DialogActions>
    </Dialog>
  )
}

/** As other programs call it, below `/api/v1/`. */
export function addressOf(name: string): string {
  return name.replace('.', '/')
}
