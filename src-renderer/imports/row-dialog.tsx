import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useId, type ReactNode } from 'react'
import type { BatchDetail, ImportRow } from '../../shared/imports/contract.ts'
import type { Decision } from '../../shared/imports/decision.ts'
import type { RowIssue } from '../../shared/imports/issue.ts'
import type { TargetField } from '../../shared/imports/target.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { FillForm } from './finding-card.tsx'
import { hasRemedy, mayBeCleared, replacementOf } from './findings.ts'
import { cellOf, issueText } from './row-words.ts'
import { RowStatusChip } from './status-words.tsx'
import { useValueText, useWording } from './wording.ts'
import { fieldLabel } from './field-label.ts'

export interface RowDialogProps {
  readonly row: ImportRow
  readonly batch: BatchDetail
  readonly fields: readonly TargetField[]
  readonly isBusy: boolean
  onDecide?: ((...decisions: readonly Decision[]) => void) | undefined
  onClose(): void
}

/** One row in full: what the file says, how it was read, what is there now, what is wrong, and what can be done about it. */
export function RowDialog({ row, batch, fields, isBusy, onDecide, onClose }: RowDialogProps): ReactNode {
  const t = useText()
  const id = useId()
  const { integer } = useFormats()
  const wording = useWording(fields, batch.files)
  const where = { rows: [row.row] }
  const decide = (decision: Decision) => {
    onClose()
    onDecide?.(decision)
  }
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{t('imports.rows.title', { row: wording.row?.(row.row) ?? integer(row.row) })} <RowStatusChip status={row.status} /></DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
        {row.issues.map(issue => (
          <Alert key={`${issue.reason} ${issue.column}`} severity={issue.weight === 'fault' ? 'error' : issue.weight === 'question' ? 'warning' : 'info'}>
            {issueText(issue, wording)}
            {onDecide && <Remedies issue={issue} row={row} fields={fields} isBusy={isBusy} onDecide={decide} />}
          </Alert>
        ))}
        <Values row={row} batch={batch} fields={fields} />
      </DialogContent>
      <DialogActions>
        {onDecide && row.isDecided && <Button disabled={isBusy} onClick={() => decide({ act: 'reset', where })} sx={{ mr: 'auto' }}>{t('imports.decide.reset')}</Button>}
        {onDecide && row.status !== 'skipped' && <Button disabled={isBusy} onClick={() => decide({ act: 'skip', where })}>{t('imports.decide.skip')}</Button>}
        <Button variant="contained" onClick={onClose} autoFocus>{t('buttons.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}

interface RemediesProps { readonly issue: RowIssue; readonly row: ImportRow; readonly fields: readonly TargetField[]; readonly isBusy: boolean; onDecide(decision: Decision): void }

function Remedies({ issue: { reason, column, weight, params }, row, fields, isBusy, onDecide }: RemediesProps): ReactNode {
  const t = useText()
  const field = fields.find(({ name }) => name === column)
  const where = { rows: [row.row] }
  const button = { size: 'small', variant: 'outlined', disabled: isBusy, sx: { display: 'flex', mt: 1 } } as const
  if (weight === 'note') return null
  if (hasRemedy(reason, 'keep')) return <Button {...button} onClick={() => onDecide({ act: 'keep', row: row.row })}>{t('imports.decide.keep')}</Button>
  const accept = hasRemedy(reason, 'accept') && <Button {...button} onClick={() => onDecide({ act: 'accept', reason, where })}>{t('imports.decide.accept')}</Button>
  if (!hasRemedy(reason, 'fill') || !field) return accept
  const everywhere = (to: string) => replacementOf({ reason, column, value: params.value === undefined ? null : String(params.value) }, to)
  return (
    <Box sx={{ mt: 1, maxWidth: 520 }}>
      {accept}
      {mayBeCleared(reason, field) && <Button {...button} onClick={() => onDecide({ act: 'fill', field: field.name, value: '', where })}>{t('imports.decide.clearCell')}</Button>}
      <FillForm
        field={field} label={t('imports.decide.fillWith')} isBusy={isBusy} onFill={value => onDecide({ act: 'fill', field: field.name, value, where })}
        onReplace={everywhere('') && (value => onDecide(everywhere(value)!))}
      />
    </Box>
  )
}

function Values({ row, batch: { setup }, fields }: Pick<RowDialogProps, 'row' | 'batch' | 'fields'>): ReactNode {
  const t = useText()
  const valueText = useValueText()
  const given = fields.filter(({ name }) => Object.hasOwn(setup.columns, name) || Object.hasOwn(setup.constants, name))
  const hasBefore = Object.keys(row.before).length > 0
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{t('imports.mapping.field')}</TableCell>
          <TableCell>{t('imports.rows.inFile')}</TableCell>
          {hasBefore && <TableCell>{t('imports.rows.before')}</TableCell>}
          <TableCell>{t('imports.rows.read')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {given.map(field => {
          const isChange = Object.hasOwn(row.before, field.name)
          return (
            <TableRow key={field.name} sx={{ '& td, & th': { overflowWrap: 'anywhere', whiteSpace: 'pre-line' } }}>
              <TableCell component="th" scope="row" sx={{ fontWeight: 600 }}>{fieldLabel(field)}</TableCell>
              <TableCell>{cellOf(row, field.name)}</TableCell>
              {hasBefore && <TableCell sx={{ color: 'text.secondary' }}>{isChange ? valueText(field, row.before[field.name]) : ''}</TableCell>}
              <TableCell sx={isChange ? { color: 'primary.main', fontWeight: 600 } : {}}>{valueText(field, row.values[field.name])}</TableCell>
            </TableRow>
          )
        })}
      </TableBody>
    </Table>
  )
}
