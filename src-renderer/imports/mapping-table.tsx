import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MuiTextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import type { ColumnMapping, FileColumn } from '../../shared/imports/contract.ts'
import { withReplacement } from '../../shared/imports/replacements.ts'
import type { TargetField } from '../../shared/imports/target.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { ColumnOddities } from './column-oddities.tsx'
import { ConstantInput } from './constant-input.tsx'
import { ReplacementsDialog } from './replacements-dialog.tsx'
import { sourceOf, withConstant, withSource, type Source } from './mapping.ts'
import { fieldLabel } from './field-label.ts'

export interface MappingTableProps {
  readonly fields: readonly TargetField[]
  readonly columns: readonly FileColumn[]
  readonly mapping: ColumnMapping
  onChange(mapping: ColumnMapping): void
}

const grid = { display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', md: 'minmax(150px, 200px) minmax(220px, 300px) minmax(0, 1fr)' }, alignItems: 'center' }

/** Every field with the column it comes from and some of what that column holds. */
export function MappingTable({ fields, columns, mapping, onChange }: MappingTableProps): ReactNode {
  const t = useText()
  return (
    <Box role="table" aria-label={t('imports.mapping.title')}>
      <Box role="row" sx={{ ...grid, display: { xs: 'none', md: 'grid' }, pb: 0.5, color: 'text.secondary', fontSize: '0.8125rem', fontWeight: 550 }}>
        <span role="columnheader">{t('imports.mapping.field')}</span>
        <span role="columnheader">{t('imports.mapping.column')}</span>
        <span role="columnheader">{t('imports.mapping.samples')}</span>
      </Box>
      {fields.map(field => <MappingRow key={field.name} field={field} columns={columns} mapping={mapping} onChange={onChange} />)}
    </Box>
  )
}

function MappingRow({ field, columns, mapping, onChange }: Omit<MappingTableProps, 'fields'> & { readonly field: TargetField }): ReactNode {
  const t = useText()
  const { name, isRequired } = field
  const [isReplacing, setReplacing] = useState(false)
  const replacements = mapping.replacements[name] ?? []
  const label = fieldLabel(field)
  const source = sourceOf(mapping, name)
  const column = source.kind === 'column' ? columns.find(({ key }) => key === source.key) : undefined
  return (
    <Box role="row" sx={{ ...grid, py: 0.75, borderTop: 1, borderColor: 'divider' }}>
      <Typography role="rowheader" sx={{ fontSize: '0.875rem', fontWeight: 600 }}>
        {label}{isRequired && <Box component="span" sx={{ color: 'secondary.main' }} aria-label={t('words.required')}> *</Box>}
      </Typography>
      <Box role="cell">
        <MuiTextField
          select value={source.kind === 'column' ? `column ${source.key}` : source.kind} onChange={event => onChange(withSource(mapping, name, readSource(event.target.value)))}
          slotProps={{ select: { native: true }, htmlInput: { 'aria-label': `${label}: ${t('imports.mapping.column')}` } }}
        >
          <option value="none">{t('imports.mapping.skip')}</option>
          <option value="constant">{t('imports.mapping.constant')}</option>
          {columns.map(({ key }) => <option key={key} value={`column ${key}`}>{key}</option>)}
        </MuiTextField>
      </Box>
      <Box role="cell" sx={{ minWidth: 0 }}>
        {source.kind === 'constant' ? (
          <Box sx={{ maxWidth: 300 }}>
            <ConstantInput
              field={field} label={t('imports.mapping.constantFor', { field: label.toLowerCase() })} value={mapping.constants[name] ?? ''}
              onChange={value => onChange(withConstant(mapping, name, value))}
            />
          </Box>
        ) : column && (
          <Box sx={{ display: 'grid', gap: 0.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
            <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
              <Samples column={column} />
              <Button size="small" sx={{ whiteSpace: 'nowrap', flexShrink: 0 }} onClick={() => setReplacing(true)} aria-label={t('imports.replace.of', { field: label.toLowerCase() })}>
                {replacements.length === 0 ? t('imports.replace.open') : t('imports.replace.some', { count: replacements.length })}
              </Button>
            </Box>
            <ColumnOddities oddities={column.oddities.filter(({ kind }) => kind !== 'blank' || !field.isOfHead)} />
          </Box>
        )}
        {isReplacing && column && (
          <ReplacementsDialog
            field={field} label={label} column={column} replacements={replacements} onClose={() => setReplacing(false)}
            onReplace={one => onChange({ ...mapping, replacements: withReplacement(mapping.replacements, name, one) })}
          />
        )}
      </Box>
    </Box>
  )
}

function Samples({ column: { samples, filled } }: { readonly column: FileColumn }): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  if (filled === 0) return <Typography variant="body2" sx={{ color: 'text.secondary', fontStyle: 'italic' }}>{t('imports.mapping.empty')}</Typography>
  return (
    <Box sx={{ display: 'flex', gap: 0.75, overflow: 'hidden', alignItems: 'center', flex: 1, minWidth: 0 }}>
      {samples.map(sample => (
        <Box key={sample} component="span" title={sample} sx={{ px: 0.75, py: 0.125, borderRadius: 1, bgcolor: 'tint.neutral', color: 'tint.neutralText', fontSize: '0.8125rem', whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis', maxWidth: 220 }}>{sample}</Box>
      ))}
      <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.75rem', whiteSpace: 'nowrap', flexShrink: 0, ml: 'auto' }}>{t('imports.file.rows', { count: filled, shown: integer(filled) })}</Box>
    </Box>
  )
}

function readSource(value: string): Source {
  if (value.startsWith('column ')) return { kind: 'column', key: value.slice('column '.length) }
  return { kind: value === 'constant' ? 'constant' : 'none' }
}
