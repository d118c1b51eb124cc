import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import type { BusinessDay } from '../../shared/core/dates.ts'
import { decimal, decimalText, isNegative, isPositive, isZero, negateDecimal, zero, type Decimal } from '../../shared/core/decimal.ts'
import { lossOf, mayReturnTo, stepRules, yieldPercent, type StepKind } from '../../shared/stages/rules.ts'
import type { StageWork, StepRecord, StepWork } from '../../shared/stages/work.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { useDefectOptions } from '../components/choices.ts'
import { DecimalField } from '../components/number-field.tsx'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useSayStage } from './answer.ts'

export interface StepDialogProps { readonly work: StageWork; readonly step: StepWork; readonly record?: StepRecord; onClose(): void }

/** What went into a step and what became of it: only what its kind knows is asked, and whether it adds up is said as it is typed. */
export function StepDialog({ work, step, record, onClose }: StepDialogProps): ReactNode {
  const t = useText()
  const { stages } = useApi()
  const formats = useFormats()
  const defects = useDefectOptions()
  const say = useSayStage()
  const { mayRework } = stepRules[step.kind]
  const earlier = work.steps.filter(one => mayReturnTo(step, one)).map(({ id, name }) => ({ value: id, label: name }))
  const at = { number: work.number, day: formats.day(work.day) }
  return (
    <FormDialog
      title={step.name} width="xs" onClose={onClose} schema={stages.enterStep.procedure.input} values={valuesOf(work, step, record, earlier.at(-1)?.value ?? null)}
      subtitle={step.room === null ? t('stages.entryFree', at) : t('stages.entryHint', { ...at, room: formats.decimal(step.room) })}
      save={async input => {
        const { workOrderId: _workOrderId, stageStepId: _stageStepId, day: _day, ...typed } = input
        const hasRework = isMore(typed.reworkQuantity)
        const figures = { ...typed, returnStepId: hasRework ? typed.returnStepId : null }
        const answer = record ? await stages.updateStep({ id: record.id, version: record.version, ...figures }) : await stages.enterStep({ ...input, ...figures })
        say(answer, t('stages.saved', { step: step.name, good: formats.plain(typed.goodQuantity) }), hasRework ? formats.plain(typed.reworkQuantity ?? '0') : undefined)
      }}
    >
      <DecimalField name="inputQuantity" label={t('stages.fields.inputQuantity')} unit={t('units.pieces')} isRequired autoFocus />
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: 1, alignItems: 'start' }}>
        <DecimalField name="goodQuantity" label={t('stages.fields.goodQuantity')} unit={t('units.pieces')} isRequired />
        <AllGood />
      </Box>
      {mayRework && earlier.length > 0 && <DecimalField name="reworkQuantity" label={t('stages.fields.reworkQuantity')} unit={t('units.pieces')} />}
      <DecimalField name="scrapQuantity" label={t('stages.fields.scrapQuantity')} unit={t('units.pieces')} />
      <Balance kind={step.kind} />
      {mayRework && earlier.length > 0 && <ReturnField options={earlier} />}
      <SelectField name="defectReasonId" label={t('stages.fields.defectReasonId')} options={defects} noneLabel={t('production.day.noDefect')} />
      <TextField name="reason" label={t('stages.fields.reason')} hint={t('stages.reasonHint')} rows={2} />
      <TextField name="notes" label={t('stages.fields.notes')} rows={2} />
    </FormDialog>
  )
}

function valuesOf({ workOrderId, day }: StageWork, { id, room }: StepWork, record: StepRecord | undefined, returnStepId: string | null) {
  const whole = (quantity: Decimal | undefined) => (quantity === undefined || isZero(quantity) ? '0' : decimalText(quantity))
  return {
    workOrderId, stageStepId: id, day: day as BusinessDay, inputQuantity: record ? decimalText(record.inputQuantity) : room !== null && isPositive(room) ? decimalText(room) : '',
    goodQuantity: record ? decimalText(record.goodQuantity) : '', reworkQuantity: whole(record?.reworkQuantity), scrapQuantity: whole(record?.scrapQuantity), defectReasonId: record?.defectReasonId ?? null,
    returnStepId: record?.returnStepId ?? returnStepId, notes: record?.notes ?? '', reason: '',
  }
}

const isMore = (typed: string | undefined) => typed !== undefined && isPositive(read(typed))

/** What is no number yet counts as nothing; the field says what is wrong with it. */
function read(typed: unknown): Decimal {
  try {
    return typeof typed === 'string' && typed !== '' ? decimal(typed) : zero
  } catch {
    return zero
  }
}

function useFigures() {
  const { watch } = useFormContext()
  const [input, good, rework, scrap] = (watch(['inputQuantity', 'goodQuantity', 'reworkQuantity', 'scrapQuantity']) as readonly unknown[]).map(read)
  return { input: input ?? zero, good: good ?? zero, rework: rework ?? zero, scrap: scrap ?? zero }
}

/** Nothing was wrong with any of them. */
function AllGood(): ReactNode {
  const t = useText()
  const { setValue } = useFormContext()
  const figures = useFigures()
  const rest = lossOf({ ...figures, good: zero })
  return <Button sx={{ mt: 2.5 }} disabled={!isPositive(rest)} onClick={() => setValue('goodQuantity', decimalText(rest), { shouldDirty: true })}>{t('stages.fill')}</Button>
}

/** PX-12, PX-13: whether every piece is told of, and the share that is good. */
function Balance({ kind }: { readonly kind: StepKind }): ReactNode {
  const t = useText()
  const formats = useFormats()
  const figures = useFigures()
  const share = yieldPercent(figures.good, figures.input)
  const rest = lossOf(figures)
  if (share === null) return null
  const isOver = isNegative(rest)
  const isWrong = isOver || (stepRules[kind].judgesAll && !isZero(rest))
  const words = isOver ? t('stages.over', { over: formats.decimal(negateDecimal(rest)) }) : isZero(rest) ? t('stages.balanced') : t(stepRules[kind].judgesAll ? 'stages.left' : 'stages.lossLine', { left: formats.decimal(rest), loss: formats.decimal(rest) })
  return <Alert severity={isWrong ? 'warning' : 'success'} sx={{ py: 0 }}>{`${t('stages.yield')} ${formats.percent(share)} · ${words}`}</Alert>
}

/** Only where something goes back. */
function ReturnField({ options }: { readonly options: readonly { readonly value: string; readonly label: string }[] }): ReactNode {
  const t = useText()
  return isPositive(useFigures().rework) ? <SelectField name="returnStepId" label={t('stages.fields.returnStepId')} options={options} isRequired /> : null
}
