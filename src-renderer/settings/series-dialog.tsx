import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import type { SeriesState } from '../../shared/settings/contract.ts'
import { formatNumber, restartRules, seriesPeriod, SeriesRule } from '../../shared/settings/series.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'

const shown = 3

/** The form of a series' numbers, with the numbers that would come next. */
export function SeriesDialog({ state, onClose }: { readonly state: SeriesState; onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const { name, format, restarts, version } = state
  const title = t(`settings.series.names.${name}`)
  return (
    <FormDialog
      title={t('settings.series.edit', { name: title })} subtitle={t('settings.series.explanation')} schema={api.settings.changeSeries.procedure.input} values={{ name, format, restarts, version }}
      onClose={onClose} save={api.settings.changeSeries} onSaved={() => showDone(t('settings.series.saved', { name: title }))}
    >
      <TextField name="format" label={t('settings.series.format')} hint={t('settings.series.hint')} isRequired autoFocus />
      <SelectField name="restarts" label={t('settings.series.restarts')} options={restartRules.map(value => ({ value, label: t(`settings.series.${value}`) }))} isRequired />
      <Preview state={state} />
    </FormDialog>
  )
}

function Preview({ state }: { readonly state: SeriesState }): ReactNode {
  const t = useText()
  const day = useFormats().today()
  const [format, restarts] = useWatch({ name: ['format', 'restarts'] }) as [string, SeriesState['restarts']]
  const rule = SeriesRule.safeParse({ format, restarts }).data
  if (!rule) return null
  // The count goes on, whatever it is counted within.
  const numbers = Array.from({ length: shown }, (_, at) => formatNumber(rule, day, state.last + at + 1))
  return (
    <Box role="status" sx={{ p: 1.5, borderRadius: 1, bgcolor: 'tint.neutral' }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('settings.series.upcoming')}</Typography>
      <Typography sx={{ fontWeight: 650, fontVariantNumeric: 'tabular-nums' }}>{numbers.join(', ')}</Typography>
      {seriesPeriod(rule, day) !== '' && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('settings.series.restarts')}: {t(`settings.series.${rule.restarts}`)}</Typography>}
    </Box>
  )
}
