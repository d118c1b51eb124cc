import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { decimalText } from '../../shared/core/decimal.ts'
import type { FigureWork, StageWork } from '../../shared/stages/work.ts'
import { DecimalInput } from '../components/number-field.tsx'
import { Section } from '../components/section.tsx'
import { SelectInput } from '../components/select-field.tsx'
import { TextInput } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { isHeld } from './held.ts'

/** What was typed and is not saved yet, by figure. */
type Typed = Readonly<Record<string, string | null>>

/** What else the factory has its stage write down of a day. */
export function FigureForm({ work }: { readonly work: StageWork }): ReactNode {
  const t = useText()
  const { workOrderId, day, figures } = work
  const mayEnter = useMay()('process.enterDailyProduction') && !isHeld(work)
  const { today } = useFormats()
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState<Typed>({})
  const save = useCommand(useApi().stages.saveStageFigures, {
    done: ({ request }) => (request ? t('stages.asked', { number: request.number }) : t('stages.figuresSaved')),
    onSuccess: () => {
      setTyped({})
      setReason('')
    },
  })
  const changed = figures.filter(({ id }) => typed[id] !== undefined)
  const values = changed.map(({ id, version, kind }) => ({ stageFigureId: id, version, ...(kind === 'NUMBER' ? { numberValue: typed[id] || null } : { textValue: typed[id] ?? '' }) }))
  return (
    <Section
      title={t('stages.figures')}
      actions={mayEnter && <Button variant="contained" data-save disabled={changed.length === 0} loading={save.isPending} onClick={() => save.mutate({ workOrderId, day, values, reason })}>{t('stages.saveFigures')}</Button>}
    >
      <Box sx={{ p: 2, display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))', lg: 'repeat(4, minmax(0, 1fr))' } }} {...(changed.length > 0 && { 'data-unsaved': true })}>
        {figures.map(figure => <FigureField key={figure.id} figure={figure} typed={typed[figure.id]} isDisabled={!mayEnter} onChange={value => setTyped(before => ({ ...before, [figure.id]: value }))} />)}
        {changed.length > 0 && day < today() && <TextInput label={t('stages.fields.reason')} value={reason} onChange={setReason} hint={t('stages.reasonHint')} />}
      </Box>
    </Section>
  )
}

interface FigureFieldProps { readonly figure: FigureWork; readonly typed: string | null | undefined; readonly isDisabled: boolean; onChange(value: string | null): void }

function FigureField({ figure: { name, kind, measure, choices, numberValue, textValue, total, latest }, typed, isDisabled, onChange }: FigureFieldProps): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  if (kind === 'NUMBER') {
    const hint = total === null ? undefined : t('stages.total', { total: decimal(total) })
    return <DecimalInput label={name} value={typed === undefined ? (numberValue === null ? null : decimalText(numberValue)) : typed} onChange={onChange} unit={measure || undefined} hint={hint} isDisabled={isDisabled} />
  }
  const value = typed === undefined ? textValue : (typed ?? '')
  const hint = latest === '' || textValue !== '' ? undefined : t('stages.latest', { latest })
  if (kind === 'TEXT') return <TextInput label={name} value={value} onChange={onChange} hint={hint} isDisabled={isDisabled} />
  return <SelectInput label={name} value={value || null} onChange={onChange} options={choices.map(choice => ({ value: choice, label: choice }))} noneLabel={t('stages.none')} hint={hint} isDisabled={isDisabled} />
}
