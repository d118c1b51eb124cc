import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import type { BusinessDay } from '../../shared/core/dates.ts'
import { decimalText, isPositive } from '../../shared/core/decimal.ts'
import type { WorkOfDay } from '../../shared/production/section-day.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { SelectInput } from '../components/select-field.tsx'
import { TextInput } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { errorText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useDefectOptions, useShiftOptions } from '../components/choices.ts'
import { useSayAnswer } from './day-answer.ts'
import { Keypad } from './keypad.tsx'
import { WaitingDays } from '../components/waiting-days.tsx'
import { AppError } from '../../shared/core/errors.ts'

type Counted = 'good' | 'reject'
export interface QuickEntryProps { readonly work: WorkOfDay; readonly day: BusinessDay; onSaved(): void }

/** One work order: two figures by a big keypad, and saved. */
export function QuickEntry({ work, day, onSaved }: QuickEntryProps): ReactNode {
  const t = useText()
  const { production } = useApi()
  const formats = useFormats()
  const say = useSayAnswer(work.number)
  const [defects, shifts] = [useDefectOptions(), useShiftOptions()]
  const { entry } = work
  const [counted, setCounted] = useState<Counted>('good')
  // What is entered already stays until a digit begins it anew.
  const kept = { good: entry ? decimalText(entry.goodQuantity) : '', reject: entry && isPositive(entry.rejectQuantity) ? decimalText(entry.rejectQuantity) : '' }
  const [typed, setTyped] = useState<{ readonly good?: string; readonly reject?: string }>({})
  const figures = { ...kept, ...typed }
  const [defectReasonId, setDefect] = useState(entry?.defectReasonId ?? null)
  const [workShiftId, setShift] = useState(entry?.workShiftId ?? null)
  const [notes, setNotes] = useState(entry?.notes ?? '')
  const [failure, setFailure] = useState<unknown>()
  const [isSaving, setSaving] = useState(false)
  const [mustExplain, setMustExplain] = useState(false)
  const waiting = work.waiting.filter(one => one.day === day)
  const isShut = waiting.length > 0 || entry?.status === 'CONFIRMED'

  async function send(reason: string): Promise<void> {
    const said = { goodQuantity: figures.good || '0', rejectQuantity: figures.reject || '0', defectReasonId: figures.reject === '' ? null : defectReasonId, workShiftId, notes, reason }
    say(await (entry ? production.updateProduction({ id: entry.id, version: entry.version, ...said }) : production.enterProduction({ workOrderId: work.workOrderId, day, ...said })))
    onSaved()
  }
  async function save(): Promise<void> {
    setFailure(undefined)
    setSaving(true)
    try {
      await send('')
    } catch (thrown) {
      if (thrown instanceof AppError && thrown.code === 'reason-needed') setMustExplain(true)
      else setFailure(thrown)
    }
    setSaving(false)
  }
  return (
    <Box sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)' }, maxWidth: 1000 }}>
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        <Box>
          <Typography component="h2" variant="h2" sx={{ fontSize: '1.25rem' }}>{work.itemName ?? work.articleName}</Typography>
          <Typography sx={{ color: 'text.secondary' }}>{work.number} · {formats.day(day)}</Typography>
        </Box>
        <Beside work={work} />
        {entry && !isShut && <Alert severity="info">{t('production.entry.filled', { good: formats.decimal(entry.goodQuantity) })}</Alert>}
        <WaitingDays waiting={waiting} subject={{ workOrder: work.number, section: '', article: work.articleName }} />
        {failure !== undefined && <Alert severity="error" role="alert">{errorText(failure)}</Alert>}
        {figures.reject !== '' && <SelectInput label={t('production.fields.defectReasonId')} value={defectReasonId} onChange={setDefect} options={defects} isRequired />}
        <SelectInput label={t('production.fields.workShiftId')} value={workShiftId} onChange={setShift} options={shifts} noneLabel={t('production.day.noShift')} />
        <TextInput label={t('production.fields.notes')} value={notes} onChange={setNotes} />
      </Box>
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        <Box role="radiogroup" aria-label={t('production.entry.title')} sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1 }}>
          {(['good', 'reject'] as const).map(which => (
            <Figure key={which} label={t(`production.entry.${which}`)} value={formats.plain(figures[which] || '0')} isChosen={counted === which} onChoose={() => setCounted(which)} />
          ))}
        </Box>
        <Keypad value={typed[counted] ?? ''} isDisabled={isShut} onChange={value => setTyped({ ...typed, [counted]: value })} onEnter={() => void save()} />
        <Button variant="contained" size="large" sx={{ minHeight: 72, fontSize: '1.25rem' }} disabled={isShut || Object.values(typed).every(digits => digits === '')} loading={isSaving} onClick={() => void save()}>
          {t('production.entry.save')}
        </Button>
      </Box>
      {mustExplain && (
        <ConfirmWithReason
          title={t('production.calendar.reasonTitle')} text={t('production.calendar.reasonText', { count: 1 })} confirmLabel={t('production.calendar.send')} onConfirm={send}
          onDone={() => setMustExplain(false)} onCancel={() => setMustExplain(false)}
        />
      )}
    </Box>
  )
}

/** What the last day brought, what today wants, and what is left. */
function Beside({ work: { before, due, goodQuantity, targetQuantity } }: { readonly work: WorkOfDay }): ReactNode {
  const t = useText()
  const { decimal, integer } = useFormats()
  const facts: readonly (readonly [string, string])[] = [
    [t('production.entry.yesterday'), before ? decimal(before.goodQuantity) : '–'], [t('production.entry.due'), integer(due)], [t('production.calendar.made'), `${decimal(goodQuantity)} / ${decimal(targetQuantity)}`],
  ]
  return (
    <Paper variant="outlined" component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)' }}>
      {facts.map(([label, value]) => (
        <Box key={label} sx={{ p: 1.5 }}>
          <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>{label}</Typography>
          <Typography component="dd" sx={{ m: 0, fontSize: '1.25rem', fontWeight: 650, fontVariantNumeric: 'tabular-nums' }}>{value}</Typography>
        </Box>
      ))}
    </Paper>
  )
}

function Figure({ label, value, isChosen, onChoose }: { readonly label: string; readonly value: string; readonly isChosen: boolean; onChoose(): void }): ReactNode {
  return (
    <Button
      role="radio" aria-checked={isChosen} aria-label={`${label} ${value}`} variant="outlined" onClick={onChoose}
      sx={{ display: 'grid', justifyItems: 'start', p: 1.5, minHeight: 84, borderWidth: 2, borderColor: isChosen ? 'primary.main' : 'divider', bgcolor: isChosen ? 'tint.primary' : 'background.paper' }}
    >
      <Typography component="span" variant="body2">{label}</Typography>
      <Typography component="span" sx={{ fontSize: '2rem', fontWeight: 700, lineHeight: 1.2, fontVariantNumeric: 'tabular-nums' }}>{value}</Typography>
    </Button>
  )
}
